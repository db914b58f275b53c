/** A browser without scripts: it keeps cookies, follows links on one machine, and sends forms. */
export class Browser {
  private readonly cookies = new Map<string, { value: string; path: string }>()

  private cookieFor(url: URL): string {
    return [...this.cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name.split('|')[0]}=${value}`)
      .join('; ')
  }

  private keep(url: URL, response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/; */)
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? url.pathname
      this.cookies.set(`${name}|${path}`, { value, path })
      if (value === '') this.cookies.delete(`${name}|${path}`)
    }
  }

  /** One request, without following where it leads. */
  async send(address: string, form?: Record<string, string>): Promise<Response> {
    const url = new URL(address)
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.cookieFor(url) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    this.keep(url, response)
    return response
  }

  /** Follows redirections until a page, or until one leads to an address that is waited for. */
  async follow(address: string, form?: Record<string, string>, until?: string) {
    let url = address
    let response = await this.send(url, form)
    for (let hops = 0; hops < 10 && response.status >= 300 && response.status < 400; hops += 1) {
      url = new URL(response.headers.get('location') ?? '', url).href
      if (until !== undefined && url.startsWith(until)) return { url, response, text: '' }
      response = await this.send(url)
    }
    return { url, response, text: await response.text() }
  }
}

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Browsers compute digests only on pages that came safely: over https, or from this machine. */
export const canDigest = (): boolean => 'subtle' in crypto

/** The SHA-256 of a file, 64 digits of lower-case hexadecimal. The file does not leave the page. */
export const sha256Of = async (file: Blob): Promise<string> =>
  hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))

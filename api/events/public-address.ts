import { BlockList, isIP, isIPv6 } from 'node:net'

const RESERVED_4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
  '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24',
  '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
]
/** Those that stand for an IPv4 address are among them: nobody is reached that way in earnest. */
const RESERVED_6 = [
  '::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23',
  '2001:db8::/32', '2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8',
]

const listOf = (subnets: readonly string[], type: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [net = '', bits] = subnet.split('/')
    list.addSubnet(net, Number(bits), type)
  }
  return list
}

const reserved = { ipv4: listOf(RESERVED_4, 'ipv4'), ipv6: listOf(RESERVED_6, 'ipv6') }
const loopback = { ipv4: listOf(['127.0.0.0/8'], 'ipv4'), ipv6: listOf(['::1/128'], 'ipv6') }

const typeOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** Whether an IP address is this machine's own. */
export const isLoopback = (address: string): boolean => {
  const type = typeOf(address)
  return loopback[type].check(address, type)
}

/** Whether an IP address is one of the internet at large, and not of a network within it. */
export const isPublic = (address: string): boolean => {
  const type = typeOf(address)
  return isIP(address) !== 0 && !isLoopback(address) && !reserved[type].check(address, type)
}

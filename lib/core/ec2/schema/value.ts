/** Values as `describe-*` prints them, each with a sentence for what does not fit. */
import * as z from 'zod';
import { parseAddress } from '../../net/address';
import { canonicalCidr, formatCidr, parseCidr } from '../../net/cidr';
import { parseIpv4 } from '../../net/ipv4';
import { parseIpv6 } from '../../net/ipv6';
import { parseProtocol } from '../../net/protocol';

/** An id of the given kind: `vpc-…`. Tails are free, because documentation uses placeholders. */
export function id(prefix: string) {
  const pattern = new RegExp(`^${prefix}-[0-9a-zA-Z-]+$`);
  return z.string().refine((text) => pattern.test(text), {
    error: ({ input }) => `\`${input}\` is not an id like \`${prefix}-…\``,
  });
}

export const ipv4 = z.string().refine((text) => parseIpv4(text) !== undefined, {
  error: ({ input }) => `\`${input}\` is not an IPv4 address`,
});

export const ipv6 = z.string().refine((text) => parseIpv6(text) !== undefined, {
  error: ({ input }) => `\`${input}\` is not an IPv6 address`,
});

export const address = z.string().refine((text) => parseAddress(text) !== undefined, {
  error: ({ input }) => `\`${input}\` is not an IP address`,
});

/** EC2 prints blocks in canonical form; anything else was not printed by it. */
const block = (family: 'IPv4' | 'IPv6') =>
  z.string().refine((text) => parseCidr(text) !== undefined && text.includes(':') === (family === 'IPv6'), {
    error: ({ input }) => {
      const canonical = typeof input === 'string' ? canonicalCidr(input) : undefined;
      return canonical && String(input).includes(':') === (family === 'IPv6')
        ? `\`${input}\` has bits behind its prefix; EC2 writes this block \`${formatCidr(canonical)}\``
        : `\`${input}\` is not an ${family} block`;
    },
  });
export const ipv4Block = block('IPv4');
export const ipv6Block = block('IPv6');

/** Where one key takes blocks of both families. */
export const anyBlock = z.string().refine((text) => parseCidr(text) !== undefined, {
  error: ({ input }) => `\`${input}\` is not a block of addresses in the form that EC2 writes`,
});

/** -1 stands for "all" in security groups and for "none" in ICMP. */
export const portOrAll = z
  .number()
  .int()
  .refine((port) => port >= -1 && port <= 65535, {
    error: ({ input }) => `\`${input}\` is not a port: use 0 to 65535`,
  });

export const protocolOrAll = z.string().refine((text) => text === '-1' || parseProtocol(text) !== undefined, {
  error: ({ input }) =>
    `\`${input}\` is not a protocol: use -1, tcp, udp, icmp, icmpv6 or a number from 0 to 255`,
});

export const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)), {
  error: ({ input }) => `\`${input}\` is not a time`,
});

export const tags = z.array(z.looseObject({ Key: z.string(), Value: z.string() })).optional();

/**
 * Which instance types run on Nitro: all but the families that AWS lists as Xen-based.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-nitro-instances.html
 */

const XEN_FAMILIES: ReadonlySet<string> = new Set(
  'c1 c3 c4 cc2 cr1 d2 f1 g2 g3 g3s h1 hs1 i2 i3 m1 m2 m3 m4 p2 p3 r3 r4 t1 t2 x1 x1e'.split(' '),
);

/** A type nobody knows is taken for a new one; bare metal is always Nitro. */
export function isNitro(instanceType: string | undefined): boolean {
  const [family = '', size] = (instanceType ?? '').split('.');
  return size === 'metal' || !XEN_FAMILIES.has(family);
}

/** The families of the sixth Nitro generation, which track idle TCP connections for a shorter time. */
const NITRO_V6_FAMILIES: ReadonlySet<string> = new Set(
  'c8a c8gb c8gn c8i c8i-flex c8id m8a m8azn m8gb m8gn m8i m8i-flex m8id p6-b200 p6-b300 r8a r8gb r8gn r8i r8i-flex r8id x8aedz x8i'.split(
    ' ',
  ),
);

export function isNitroV6(instanceType: string | undefined): boolean {
  return NITRO_V6_FAMILIES.has((instanceType ?? '').split('.')[0] ?? '');
}

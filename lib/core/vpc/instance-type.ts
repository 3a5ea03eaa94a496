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

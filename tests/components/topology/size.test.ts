/** Six, sixty and six hundred interfaces: the more there are, the less each says, and all of it stays legible. */
import { describe, expect, it } from 'vitest';
import { type Drawing, type InterfaceNode, interfacesOf } from '@/components/topology/drawing';
import { folded } from '@/components/topology/fold';
import { layout } from '@/components/topology/layout';
import { expectLegible } from '../../support/layout-laws';

const ZONES = ['a', 'b', 'c'];
const TIERS = ['public', 'app', 'data'];

/** One VPC of three zones and three tiers, with so many interfaces in each subnet. */
function drawingWith(perSubnet: number): Drawing {
  const node = (zone: string, tier: number, i: number): InterfaceNode => ({
    id: `eni-${zone}${tier}${i}`,
    name: `${TIERS[tier]}-${i}`,
    kind: 'instance',
    addresses: [`10.20.${10 * tier + ZONES.indexOf(zone)}.${20 + i}`],
    role: tier === 1 && zone === 'b' && i === 0 ? 'target' : 'other',
    difference: undefined,
  });
  const zones = ZONES.map((zone) => ({
    name: `eu-central-1${zone}`,
    subnets: TIERS.map((name, tier) => ({
      id: `subnet-${tier}${zone}`,
      name: `${name}-${zone}`,
      tier: name,
      cidrs: [`10.20.${10 * tier + ZONES.indexOf(zone)}.0/24`],
      isPublic: tier === 0,
      interfaces: Array.from({ length: perSubnet }, (_, i) => node(zone, tier, i)),
      difference: undefined,
    })),
  }));
  return {
    vpcs: [
      { id: 'vpc-1', name: 'shop', cidrs: ['10.20.0.0/16'], difference: undefined, tiers: TIERS, zones },
    ],
    joints: [
      {
        id: 'igw-1',
        kind: 'internet-gateway',
        name: 'igw',
        says: 'internet gateway',
        vpcIds: ['vpc-1'],
        outsideIds: ['internet'],
        role: 'other',
        difference: undefined,
      },
    ],
    aliases: {},
    outside: [
      {
        id: 'internet',
        kind: 'internet',
        name: 'internet',
        address: '',
        role: 'other',
        behind: undefined,
        difference: undefined,
      },
    ],
  };
}

describe.each([
  [1, 'full'],
  [6, 'compact'],
  [20, 'rows'],
] as const)('%i in each of nine subnets', (perSubnet, density) => {
  const drawing = drawingWith(perSubnet);

  it(`is drawn ${density}, each of them, and legible`, () => {
    const placed = layout(drawing);
    expect(placed.scale.density).toBe(density);
    expect(placed.vpcs.flatMap((vpc) => vpc.nodes)).toHaveLength(9 * perSubnet);
    expectLegible(placed, `${perSubnet}`);
  });
});

describe('above two hundred', () => {
  it('a subnet folds to one node that counts, and the target stays', () => {
    const drawing = drawingWith(60);
    const small = interfacesOf(folded(drawing));
    expect(small).toHaveLength(10);
    expect(small.filter(({ name }) => name === '60 interfaces')).toHaveLength(8);
    expect(small.filter(({ role }) => role === 'target')).toHaveLength(1);
    expectLegible(layout(drawing), 'folded');
  });

  it('nothing folds at two hundred or fewer', () => {
    const drawing = drawingWith(22);
    expect(folded(drawing)).toBe(drawing);
  });
});

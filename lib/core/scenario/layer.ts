/** The closed lists of layers: those that a "which layer" question offers, and those in which something can be wrong at all. */

export const LAYERS = ['security-group', 'network-acl', 'upstream', 'host'] as const;
export type Layer = (typeof LAYERS)[number];

export function isLayer(text: string): text is Layer {
  return (LAYERS as readonly string[]).includes(text);
}

/** The flow log itself may be what fails, and so may a permission behind a network that works. */
export type FaultLayer = Layer | 'flow-log' | 'permission';

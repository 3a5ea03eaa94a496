/** The closed list that a "which layer" question offers. */

export const LAYERS = ['security-group', 'network-acl', 'upstream', 'host'] as const;
export type Layer = (typeof LAYERS)[number];

export function isLayer(text: string): text is Layer {
  return (LAYERS as readonly string[]).includes(text);
}

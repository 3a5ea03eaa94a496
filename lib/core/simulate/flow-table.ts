/**
 * What is remembered of flows, found again by any packet of either direction. One question remembers a handful, which are
 * looked through; a simulation remembers thousands, which are found by a number that both directions share.
 */
import type { Address } from '../net/address';
import type { Packet } from '../net/packet';

/** So many are looked through faster than a number of them is computed. */
const FEW = 8;

export class FlowTable<T> {
  readonly #packetOf: (item: T) => Packet;
  #few: T[] = [];
  /** Once there have been more than a few. */
  #byFlow: Map<number, T[]> | undefined;

  constructor(packetOf: (item: T) => Packet) {
    this.#packetOf = packetOf;
  }

  /** Whatever may belong to the flow of a packet, in the order in which it was added; the caller compares. */
  near(packet: Packet): readonly T[] {
    return this.#byFlow ? (this.#byFlow.get(flowNumber(packet)) ?? []) : this.#few;
  }

  add(item: T): void {
    if (!this.#byFlow && this.#few.length < FEW) this.#few.push(item);
    else this.#put(item);
  }

  delete(item: T): void {
    const items = this.#byFlow?.get(flowNumber(this.#packetOf(item))) ?? this.#few;
    items.splice(items.indexOf(item), 1);
  }

  clear(): void {
    while (this.#few.length > 0) this.#few.pop();
    this.#byFlow = undefined;
  }

  #put(item: T): void {
    this.#byFlow ??= new Map();
    for (const one of [...this.#few, item]) {
      const key = flowNumber(this.#packetOf(one));
      const items = this.#byFlow.get(key);
      if (items) items.push(one);
      else this.#byFlow.set(key, [one]);
    }
    this.#few = [];
  }
}

/** The same number for both directions of a flow, and seldom for two flows. */
function flowNumber({ protocol, source, destination, sourcePort, destinationPort }: Packet): number {
  const one = lowBits(source);
  const other = lowBits(destination);
  const ends = Math.imul(one ^ other, 0x9e3779b1) + Math.imul(one + other, 0x85ebca6b);
  return (ends + Math.imul(sourcePort ^ destinationPort, 0xc2b2ae35) + protocol) | 0;
}

function lowBits(address: Address): number {
  return typeof address === 'number' ? address | 0 : Number(BigInt.asIntN(32, address));
}

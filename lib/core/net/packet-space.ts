/**
 * Where the sets of packets of one analysis live. A space remembers every answer it gave, which is what makes the next
 * one fast; it is thrown away with its analysis.
 */
import { Algebra } from './diagram/algebra';
import { EVERYTHING, NOTHING } from './diagram/node-table';
import { Rewriting } from './diagram/rewriting';
import type { Attempt } from './diagram/work';
import { type HeaderWidths, headerLayout, IPV4_HEADER } from './header-layout';
import { boxNode, type HeaderValues } from './packet-box';
import { type Home, PacketSet } from './packet-set';

export class PacketSpace {
  readonly nothing: PacketSet;
  /** Every header that there is: with ports where the protocol has ports, and so on. */
  readonly everything: PacketSet;
  readonly #home: Home;
  readonly #sets = new Map<number, PacketSet>();

  /** Other widths than those of IPv4 serve tests that count one by one. */
  constructor(widths: HeaderWidths = IPV4_HEADER) {
    const algebra = new Algebra();
    this.#home = {
      layout: headerLayout(widths),
      algebra,
      rewriting: new Rewriting(algebra),
      setOf: (node) => this.#setOf(node),
    };
    this.nothing = this.#setOf(NOTHING);
    this.everything = this.#setOf(EVERYTHING);
  }

  /** The packets whose fields all take one of the values asked for; IPv6 addresses are no packet's here. */
  box(values: HeaderValues): PacketSet {
    return this.#setOf(boxNode(this.#home.algebra, this.#home.layout, values));
  }

  union(sets: readonly PacketSet[]): PacketSet {
    return this.nothing.unionAll(sets);
  }

  /**
   * Computes with sets, and gives up after so many steps. A step is one interval compared, merged or copied: ten million
   * take about half a second and some 100 MB. Sets made before and during an attempt that failed stay good, so that a
   * caller can keep the part of an answer that it has, and say so.
   */
  attempt<T>(steps: number, compute: () => T): Attempt<T> {
    return this.#home.algebra.attempt(steps, compute);
  }

  #setOf(node: number): PacketSet {
    const known = this.#sets.get(node);
    if (known) return known;
    const set = new PacketSet(this.#home, node);
    this.#sets.set(node, set);
    return set;
  }
}

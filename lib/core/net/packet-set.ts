/**
 * Sets of packets as immutable values: what a filter lets pass, what a route carries, what arrives. Equal sets of one
 * PacketSpace are the same object, so `===` compares them; sets of two spaces do not mix.
 */
import { invariant } from '../assert';
import type { Algebra } from './diagram/algebra';
import { NOTHING } from './diagram/node-table';
import { countPoints, firstPoint, hasPoint, valuesAt } from './diagram/reading';
import type { Pairs, Rewriting } from './diagram/rewriting';
import { type Field, type HeaderLayout, headerAt, LEVELS, type Point, pointOf } from './header-layout';
import { type Interval, intervalsOf, type Values } from './interval';
import type { Header } from './packet';
import { boxesOf, boxNode, type PacketBox } from './packet-box';

/** What all sets of one space share. */
export interface Home {
  readonly layout: HeaderLayout;
  readonly algebra: Algebra;
  readonly rewriting: Rewriting;
  /** The one set of this diagram. */
  setOf(node: number): PacketSet;
}

/** What address translation may change. */
export type Rewritable = Exclude<Field, 'protocol'>;

export class PacketSet {
  readonly #home: Home;
  readonly #node: number;

  /** For a PacketSpace; everybody else asks the space. */
  constructor(home: Home, node: number) {
    this.#home = home;
    this.#node = node;
  }

  get isEmpty(): boolean {
    return this.#node === NOTHING;
  }

  /** How many headers. */
  get size(): bigint {
    return countPoints(this.#home.algebra.table, this.#node, this.#home.layout);
  }

  has(header: Header): boolean {
    const point = pointOf(header);
    return point !== undefined && this.hasPoint(point);
  }

  /** As `has`, for whoever asks many sets about one header: `pointOf` makes it a point once. */
  hasPoint(point: Point): boolean {
    return hasPoint(this.#home.algebra.table, this.#node, point);
  }

  union(other: PacketSet): PacketSet {
    return this.#set(this.#home.algebra.or(this.#node, this.#nodeOf(other)));
  }

  unionAll(others: readonly PacketSet[]): PacketSet {
    return this.#set(this.#home.algebra.orAll([this.#node, ...others.map((other) => this.#nodeOf(other))]));
  }

  intersect(other: PacketSet): PacketSet {
    return this.#set(this.#home.algebra.and(this.#node, this.#nodeOf(other)));
  }

  subtract(other: PacketSet): PacketSet {
    return this.#set(this.#home.algebra.subtract(this.#node, this.#nodeOf(other)));
  }

  isSubsetOf(other: PacketSet): boolean {
    return this.subtract(other).isEmpty;
  }

  /**
   * A member, always the same one: the least by protocol, then source, destination and so on. What is preferred, say a
   * client's port, is honoured wherever a member allows it, the earlier preference before the later.
   */
  sample(...preferences: readonly PacketSet[]): Header | undefined {
    const preferred = preferences.reduce<PacketSet>((left, preference) => {
      const both = left.intersect(preference);
      return both.isEmpty ? left : both;
    }, this);
    const point = firstPoint(this.#home.algebra.table, preferred.#node, LEVELS);
    return point && headerAt(point);
  }

  /** The set in boxes that have nothing in common; take as many as people can read, there may be millions. */
  boxes(): Iterable<PacketBox> {
    return boxesOf(this.#home.algebra.table, this.#home.layout, this.#node);
  }

  /** The values that a field takes, sorted and apart; of the packets that have it. */
  project(field: Field): readonly Interval[] {
    const { algebra, layout } = this.#home;
    const { level, max } = layout.fields[field];
    const having = algebra.and(this.#node, this.#bearing(field));
    return intervalsOf(valuesAt(algebra.table, having, level, max), max);
  }

  /** With any value of the field wherever there was one; packets without the field stay as they are. */
  forget(field: Rewritable): PacketSet {
    const { algebra, rewriting, layout } = this.#home;
    const bearing = this.#bearing(field);
    const forgotten = rewriting.forget(algebra.and(this.#node, bearing), layout.fields[field].level);
    return this.#set(algebra.or(algebra.subtract(this.#node, bearing), forgotten));
  }

  /** With all of these values in the place of whatever the field said; packets without the field stay as they are. */
  rewrite(field: Rewritable, values: Values): PacketSet {
    const { algebra, layout } = this.#home;
    const rewritten = algebra.and(this.forget(field).#node, boxNode(algebra, layout, { [field]: values }));
    return this.#set(algebra.or(algebra.subtract(this.#node, this.#bearing(field)), rewritten));
  }

  /** With each address of a pair replaced by the other, as an internet gateway does; packets of other addresses are left out. */
  translate(field: 'source' | 'destination', pairs: Pairs): PacketSet {
    const { level, max } = this.#home.layout.fields[field];
    return this.#set(this.#home.rewriting.translate(this.#node, level, max, pairs));
  }

  #bearing(field: Field): number {
    const { algebra, layout } = this.#home;
    return boxNode(algebra, layout, { protocol: layout.fields[field].bearers });
  }

  #set(node: number): PacketSet {
    return this.#home.setOf(node);
  }

  #nodeOf(other: PacketSet): number {
    invariant(other.#home === this.#home, 'sets of two packet spaces do not mix');
    return other.#node;
  }
}

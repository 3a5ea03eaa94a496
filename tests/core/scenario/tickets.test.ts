/** Tickets tell what somebody sees and wants: among faults of one symptom none can be told from another by its words. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { TRIED } from '@/lib/core/scenario/attempt';
import type { FaultCase } from '@/lib/core/scenario/fault-case';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { drawCase } from '@/lib/core/scenario/generate-fault';
import { randomFrom } from '@/lib/core/scenario/random';
import { SYMPTOMS, type SymptomKind } from '@/lib/core/scenario/symptom-kind';
import type { Ticket } from '@/lib/core/scenario/ticket';
import { faultTicket } from '@/lib/core/scenario/tickets/fault';
import { serviceName } from '@/lib/core/scenario/tickets/words';
import { rotatingSeeds, SEED_BASE } from '../../support/rotating-seed';

const SEEDS = rotatingSeeds(3);

interface Written {
  readonly fault: string;
  readonly layer: string;
  readonly symptom: SymptomKind;
  readonly ticket: Ticket;
  readonly text: string;
  readonly template: string;
}

const written: readonly Written[] = FAULTS.flatMap((fault) =>
  SEEDS.map((seed) => {
    const random = randomFrom(`${fault.id}~${seed}`);
    const made = drawCase(fault, seed, random);
    const ticket = faultTicket(made, random.fork('ticket'));
    const text = [ticket.title, plain(ticket.before), plain(ticket.after)].join(' ');
    return {
      fault: fault.id,
      layer: fault.layer,
      symptom: fault.symptom,
      ticket,
      text,
      template: templateOf(text, made),
    };
  }),
);

/** The words without who, what, when. */
function templateOf(text: string, { path, world }: FaultCase): string {
  const row = world.Traffic?.[TRIED];
  const everybody = [...path.design.intents, ...path.design.forbidden];
  const names = [row?.From, row?.To, ...everybody.flatMap(({ from, server }) => [from, server])].filter(
    (name) => name !== undefined,
  );
  const service = serviceName(row?.Protocol ?? '', row?.Port ?? 0);
  return [...names, service]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, '·'), text)
    .replace(/\d\d:\d\d/g, '·')
    .replace(/(not one|all of them|the (first|last) \w+) (worked|got through)/, '· $3')
    .replace(/who was (let in and who was refused|refused, with which TCP .* any gateway)/, '·');
}

const groups = Object.keys(SYMPTOMS).map((symptom) => ({
  symptom,
  tickets: written.filter((one) => one.symptom === symptom),
}));

describe.each(groups)(`$symptom, seeds of ${SEED_BASE}`, ({ tickets }) => {
  it('has one set of sentences for all its faults', () => {
    expect(tickets.length).toBeGreaterThan(0);
    // Two families where a person or a program may be at the client, each of two or three ways to say it.
    expect(new Set(tickets.map(({ template }) => template)).size).toBeLessThanOrEqual(6);
    const faults = new Set(tickets.map(({ fault }) => fault));
    if (faults.size < 6) return;
    for (const template of new Set(tickets.map((one) => one.template)))
      expect(
        new Set(tickets.filter((one) => one.template === template).map(({ fault }) => fault)).size,
        template,
      ).toBeGreaterThan(1);
  });

  it('is told at the same length whatever the layer', () => {
    const mean = (some: readonly Written[]): number =>
      some.reduce((sum, { template }) => sum + template.length, 0) / some.length;
    const all = mean(tickets);
    for (const layer of new Set(tickets.map((one) => one.layer))) {
      const own = tickets.filter((one) => one.layer === layer);
      if (own.length >= 3 * SEEDS.length) expect(Math.abs(mean(own) / all - 1), layer).toBeLessThan(0.1);
    }
  });

  it('names nobody but who tries and who is meant', () => {
    for (const { text, ticket, fault } of tickets) {
      const whole = `${text} ${ticket.transcript.join(' ')} ${plain(ticket.brief)}`;
      expect(whole, fault).not.toMatch(
        /\b(sg|acl|rtb|igw|eigw|nat|pcx|tgw|vgw|vpn|eni|vpce|subnet|vpc|fl|i)-[0-9a-f]{8}/,
      );
      expect(ticket.from).toMatch(/^[a-z ]+, [a-z]+ team$/);
      expect(ticket.number).toMatch(/^OPS-\d{4}$/);
      expect(ticket.title.length).toBeLessThan(72);
      expect(ticket.transcript.length).toBeGreaterThan(1);
    }
  });

  it('shows nothing in its terminal but how an attempt ends', () => {
    const outcomes = tickets.map(
      ({ ticket }) => `${ticket.transcript[0]?.split(' ')[1]}: ${ticket.transcript.at(-1)}`,
    );
    const shapes = new Set(outcomes.map((line) => line.replace(/[\d.:a-f]{3,}|\d+/g, '·')));
    // One for each command that people use.
    expect(shapes.size).toBeLessThanOrEqual(5);
  });
});

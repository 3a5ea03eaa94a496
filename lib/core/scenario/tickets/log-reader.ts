/** What somebody asks who reads a flow log: about a record that is not there, or a field that cannot be read. */
import { code, prose } from '../../explain/prose';
import { DEFAULT_FIELDS } from '../../flowlog/fields';
import type { WrittenRecord } from '../../flowlog/record';
import { formatInto } from '../../flowlog/text';
import { formatAddress } from '../../net/address';
import type { MissingRecordCase } from '../missing-record-case';
import type { Random } from '../random';
import type { Ticket } from '../ticket';
import { clock, clockWithSeconds, roleIn, ticketNumber } from './words';

export function missingRecordTicket(one: MissingRecordCase, random: Random): Ticket {
  const { packet, at, now } = one;
  const source = formatAddress(packet.source);
  const destination = formatAddress(packet.destination);
  const port = packet.destinationPort;
  const asked = random
    .fork('words')
    .pick([
      prose`Somebody wants to know whether ${code(source)} reached ${code(destination)}, port ${port}, at ${clockWithSeconds(at)} UTC. I asked the flow log:`,
      prose`${code(source)} is said to have asked ${code(destination)} for something on port ${port}, at ${clockWithSeconds(at)} UTC. The flow log answers:`,
    ]);
  const after = prose`That was at ${clockWithSeconds(now)} UTC. What may I conclude?`;
  return {
    number: ticketNumber(random),
    from: roleIn('engineer on call', random),
    at: now,
    title: `No record of port ${port} at ${clock(at)}`,
    before: asked,
    transcript: [
      `filter srcAddr = "${source}" and dstAddr = "${destination}" and dstPort = ${port}`,
      'No results',
    ],
    after,
    brief: prose`${asked} No results. ${after}`,
  };
}

/** `line`: the record with `?` for what is hidden. */
export function hiddenFieldTicket(
  { line, at, name }: { readonly line: string; readonly at: number; readonly name: string },
  random: Random,
): Ticket {
  const before = random
    .fork('words')
    .pick([
      prose`Somebody sent me this record of ${name} as a picture, and one field cannot be read:`,
      prose`In my notes on ${name} is a record of which one field is blotted out:`,
    ]);
  const after = prose`Which value must have stood there?`;
  return {
    number: ticketNumber(random),
    from: roleIn('engineer on call', random),
    at,
    title: `One field of a record of ${name} is lost`,
    before,
    transcript: [line],
    after,
    // The record itself is too long for one breath, and lies on the table.
    brief: prose`A record of ${name} lacks one field. ${after}`,
  };
}

/** Records of several networks have come into one file. */
export function mixedRecordsTicket(at: number, random: Random): Ticket {
  const before = random
    .fork('words')
    .pick([
      prose`Six records stand in the file that I was given. Five are of this network, and one is of somewhere else:`,
      prose`Somebody pasted records together. All but one of these six come from this network, as it is drawn:`,
    ]);
  const after = prose`Which one can this network not have written?`;
  return {
    number: ticketNumber(random),
    from: roleIn('engineer on call', random),
    at,
    title: 'One record too many',
    before,
    transcript: [],
    after,
    brief: prose`${before} ${after}`,
  };
}

export function readRecordTicket({ interfaceId, record }: WrittenRecord, at: number, random: Random): Ticket {
  const before = random
    .fork('words')
    .pick([
      prose`I have one record of ${interfaceId}, and two people read it in two ways:`,
      prose`This record of ${interfaceId} was sent to me without a word:`,
    ]);
  const after = prose`Which way did it go, and who began?`;
  return {
    number: ticketNumber(random),
    from: roleIn('engineer on call', random),
    at,
    title: `One record of ${interfaceId}`,
    before,
    transcript: [formatInto(record, DEFAULT_FIELDS)],
    after,
    brief: prose`A record of ${interfaceId} has to be read. ${after}`,
  };
}

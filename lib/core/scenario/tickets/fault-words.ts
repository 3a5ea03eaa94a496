/** The sentences of complaints about faults: a closed set for each family of symptoms, the same whichever fault it is. */
import { type Prose, prose, strong } from '../../explain/prose';
import type { SymptomKind } from '../symptom-kind';

export type Family = 'desk' | 'owner' | 'exposed' | 'log-silent' | 'log-misleads' | 'false-alarm';

/** What any complaint is made of. */
export interface Story {
  readonly from: string;
  readonly server: string;
  readonly service: string;
  /** "I tried six times between 10:02 and 10:14 UTC, and none worked." */
  readonly tries: string;
  /** What the log of the healthy design would tell. */
  readonly wish: string;
  readonly readAt: string;
}

export interface Words {
  readonly title: string;
  readonly before: Prose;
  readonly after: string;
}

export const WORDS: Readonly<Record<Family, readonly ((story: Story) => Words)[]>> = {
  desk: [
    ({ from, server, service, tries }) => ({
      title: `${service} to ${server} fails`,
      before: prose`I need ${service} to ${strong(server)} for my work today. From ${from} I get this:`,
      after: `${tries} As far as I know its security group allows it.`,
    }),
    ({ from, server, service, tries }) => ({
      title: `I do not get into ${server} by ${service}`,
      before: prose`I sit at ${from} and want ${service} on ${strong(server)}, and this comes back:`,
      after: `${tries} Nobody told me of a change.`,
    }),
    ({ from, server, service, tries }) => ({
      title: `${server} and ${service}: please have a look`,
      before: prose`A colleague asked for ${service} on ${strong(server)}. From ${from} it looks like this:`,
      after: `${tries} I suspect the network ACL, but I cannot see it.`,
    }),
  ],
  owner: [
    ({ from, server, service, tries }) => ({
      title: `${from} cannot use ${server}`,
      before: prose`Our application on ${strong(from)} needs ${service} on ${strong(server)}. By hand, from there:`,
      after: `${tries} As far as I know the security groups allow it.`,
    }),
    ({ from, server, service, tries }) => ({
      title: `Errors on ${from} when it calls ${server}`,
      before: prose`Since this morning ${strong(from)} reports errors when it calls ${strong(server)} by ${service}:`,
      after: `${tries} We have released nothing today.`,
    }),
    ({ from, server, service, tries }) => ({
      title: `${service} from ${from} to ${server} fails`,
      before: prose`What ${strong(from)} wants of ${strong(server)} is ${service}. We logged in and tried it:`,
      after: `${tries} Our guess is the network ACL, but we cannot see it.`,
    }),
  ],
  exposed: [
    ({ from, server, service, tries }) => ({
      title: `${from} gets through to ${server}`,
      before: prose`By our rules ${from} has no business with ${strong(server)}. It gets ${service} all the same:`,
      after: `${tries} Everybody else has to keep what they have.`,
    }),
    ({ from, server, service, tries }) => ({
      title: `Finding: ${server} is open to ${from}`,
      before: prose`In our audit ${from} reached ${strong(server)} by ${service}, which nobody has allowed:`,
      after: `${tries} Close it, and nothing besides.`,
    }),
  ],
  'log-silent': [
    ({ from, server, service, tries, readAt }) => ({
      title: `Nothing in the flow log about ${server}`,
      before: prose`${service} from ${from} to ${strong(server)} works:`,
      after: `${tries} At ${readAt} UTC I looked for them in the flow log, and it has not one record of them.`,
    }),
    ({ from, server, service, tries, readAt }) => ({
      title: `The flow log is empty where ${from} should stand`,
      before: prose`I wanted to see ${from} in the flow log, which uses ${strong(server)} by ${service}:`,
      after: `${tries} In the flow log I found nothing of that at ${readAt} UTC.`,
    }),
  ],
  'log-misleads': [
    ({ from, server, service, tries, wish }) => ({
      title: 'The flow log does not tell me what I need',
      before: prose`For a report on the traffic around ${strong(server)} I tried ${service} from ${from}, which works:`,
      after: `${tries} From the flow log I need ${wish}. It has records, and not all of that is in them.`,
    }),
    ({ from, server, service, tries, wish }) => ({
      title: `Something is missing in the records around ${server}`,
      before: prose`I go through the flow log around ${strong(server)}. ${service} from ${from} works, as I tried:`,
      after: `${tries} I have to tell ${wish}, and the records leave a part of it out.`,
    }),
  ],
  'false-alarm': [
    ({ from, server, service, tries }) => ({
      title: `Is something wrong around ${server}?`,
      before: prose`The flow log around ${strong(server)} is not what I expected. I tried ${service} from ${from}:`,
      after: `${tries} Is anything broken there?`,
    }),
    ({ from, server, service, tries }) => ({
      title: `The flow log of ${from} and ${server} worries me`,
      before: prose`Reading the flow log I stopped at ${strong(server)}. By hand, ${service} from ${from}:`,
      after: `${tries} Do we have to do something?`,
    }),
  ],
};

export function isFamily(symptom: SymptomKind): symptom is Extract<Family, SymptomKind> {
  return Object.hasOwn(WORDS, symptom);
}

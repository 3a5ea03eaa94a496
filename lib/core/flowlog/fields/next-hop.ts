/**
 * Tags of the interface's surroundings and the interface at the other end of the hop: version 11. Names and order are
 * taken from AWS's announcement and from people's logs, types by analogy: AWS's table of fields could not be read yet.
 */
import { declareFields } from './field';

const ANNOUNCEMENT = 'https://aws.amazon.com/about-aws/whats-new/2026/06/amazon-flow-logs-metadata';

export const NEXT_HOP_FIELDS = declareFields({ version: 11, standing: 'inferred', source: ANNOUNCEMENT }, [
  ['instance-tag', "The instance's value of a tag chosen for the log, percent-encoded."],
  ['instance-tag-2', 'The same for a second tag.'],
  ['interface-tag', "The interface's value of a tag chosen for the log, percent-encoded."],
  ['interface-tag-2', 'The same for a second tag.'],
  ['asg-tag', "The Auto Scaling group's value of a tag chosen for the log, percent-encoded."],
  ['asg-tag-2', 'The same for a second tag.'],
  ['interface-type', 'What kind of interface wrote the record: nat_gateway, vpc_endpoint and others.'],
  [
    'next-hop-interface-id',
    'The interface that gets what leaves here, or that sent what enters here; - where there is none to name.',
  ],
  ['next-hop-subnet-id', 'The subnet of that interface.'],
  ['next-hop-az-id', 'The id of its Availability Zone.'],
  ['next-hop-vpc-id', 'Its VPC.'],
  ['next-hop-interface-type', 'What kind of interface it is.'],
]);

/** The AWS page behind a Rule. Where a standard says what is so, the page on which AWS tells its customers about it. */
import type { Rule } from '../rules/rule';

const SSH_ERRORS = 'https://repost.aws/knowledge-center/ec2-linux-resolve-ssh-connection-errors';
const ADDRESSING = 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html';

const BESIDE_A_STANDARD: Readonly<Record<string, string>> = {
  'host.answers': SSH_ERRORS,
  'host.not-listening': SSH_ERRORS,
  'host.firewall-rejects': SSH_ERRORS,
  'internet.private-address': ADDRESSING,
};

export function awsPageOf({ id, source }: Rule): string {
  return BESIDE_A_STANDARD[id] ?? source;
}

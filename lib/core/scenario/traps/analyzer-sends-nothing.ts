/** The analyzer reads a configuration: what a host does, and what really happened, it cannot know. */
import { MONITORING, TROUBLESHOOTING } from '../exam-task';
import type { ToolsTrap } from '../trap';

export const analyzerSendsNothing: ToolsTrap = {
  id: 'analyzer-sends-nothing',
  asks: 'what-tools-show',
  tasks: [TROUBLESHOOTING, MONITORING],
  beliefs: ['the-analyzer-tests-the-connection'],
  bites: ['host-firewall', 'listen-localhost', 'service-stopped'],
  contrasts: [
    'sg-in-missing',
    'sg-wrong-source',
    'nacl-in-missing',
    'nacl-out-reply',
    'pcx-route-missing',
    'pcx-return-route',
    'tgw-return-route',
    'tgw-subnet-route-missing',
  ],
};

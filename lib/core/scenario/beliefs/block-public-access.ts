/** What people wrongly believe of VPC Block Public Access. */
import { BPA_BIDIRECTIONAL, BPA_INGRESS, blockPublicAccessRefusal } from '../../rules/block-public-access';
import { wrongLaw } from '../belief';

export const publicAddressEscapesTheBlock = wrongLaw({
  id: 'public-address-escapes-the-block',
  says: 'Block Public Access only keeps new public addresses from being handed out: what has an Elastic IP address goes on.',
  truth: 'Block Public Access stops traffic at the internet gateways, whatever addresses it has.',
  rules: [BPA_BIDIRECTIONAL, BPA_INGRESS],
  laws: () => ({ blockPublicAccessRefusal: () => undefined }),
});

export const ingressBlockStopsNat = wrongLaw({
  id: 'ingress-block-stops-nat',
  says: 'Block Public Access in ingress mode cuts off what stands behind a NAT gateway too, for no answer can come in.',
  truth:
    'In ingress mode what a NAT gateway or an egress-only internet gateway has opened goes on, answers included.',
  rules: [BPA_INGRESS],
  laws: (believed) => ({
    blockPublicAccessRefusal(block, traffic) {
      const refusal = blockPublicAccessRefusal(block, traffic);
      if (refusal || block.mode !== 'block-ingress') return refusal;
      return blockPublicAccessRefusal(block, { ...traffic, isEgressOnly: false }) && believed;
    },
  }),
});

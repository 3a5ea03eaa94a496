/** What is worth knowing of a path, although it stands in nobody's way, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/additional-detail-codes.html */
import { code } from './code';

export const ADDITIONAL_DETAIL_CODES = {
  ASSUMPTION_PRESERVE_CLIENT_IP_IS_DISABLED: code(
    'detail / nlb',
    'Component LoadBalancers',
    'Target group attributes unreadable; the result assumes client IP preservation is off.',
  ),
  ASSUMPTION_PRESERVE_CLIENT_IP_IS_ENABLED: code(
    'detail / nlb',
    'Component LoadBalancers',
    'Target group attributes unreadable; the result assumes client IP preservation is on.',
  ),
  AVAILABILITY_ZONE_CROSSED: code(
    'detail',
    'Component',
    'The path goes from one Availability Zone to another.',
  ),
  FIREWALL_UNSUPPORTED_HIGHER_PRIORITY_RULE_GROUP_TYPE: code(
    'detail / firewall',
    'Component RuleGroupTypePairs',
    'A higher-ranked rule group of an unsupported type (domain list, Suricata) was skipped; the verdict may differ from reality.',
  ),
  FIREWALL_UNSUPPORTED_HIGHER_PRIORITY_RULES: code(
    'detail / firewall',
    'Component RuleGroupRuleOptionsPairs',
    'A higher-ranked rule with unsupported options was skipped; the verdict may differ from reality.',
  ),
  FIREWALL_UNSUPPORTED_RULE_OPTIONS: code(
    'detail / firewall',
    'Component RuleOptions',
    'The matching firewall rule carries an option the analyser does not understand.',
  ),
  MISSING_TARGET_GROUP_ATTRIBUTES: code(
    'detail / elb',
    'Component LoadBalancers',
    'Target group attributes were not available and were left out of the analysis.',
  ),
  PATH_THROUGH_GWLB_NOT_CHECKED: code(
    'detail / gwlb',
    'Component VpcEndpointService ServiceName LoadBalancers',
    'The path enters and leaves a Gateway Load Balancer endpoint; the inspection fleet behind it was not analysed.',
  ),
  RESPONSE_RTB_HAS_NO_ROUTE_TO_TRANSIT_GATEWAY: code(
    'detail / tgw',
    'Component',
    'Traffic goes from the transit gateway to a VPC endpoint, but the endpoint side has no route back to the transit gateway, so replies may be lost.',
  ),
  TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED: code(
    'detail / tgw',
    'Component',
    'Traffic is inspected by Network Firewall behind an attachment without appliance mode; turning it on is advised.',
  ),
  UNIDIRECTIONAL_PATH_ANALYSIS_ONLY: code(
    'detail',
    'Component',
    'Only source-to-destination was analysed; the way back could still be blocked.',
  ),
};

/** The catalogue of ways in which a VPC connection fails, drawn from public threads, labs and documentation: its 117 slugs in order. */

export const CATALOGUE: readonly string[] = `
  igw-route-missing eip-private-subnet route-blackhole more-specific-route private-route-to-igw
  route-priority local-route-wins vgw-route-missing lambda-not-in-vpc igw-missing no-public-ip bpa
  ipv6-route-missing ipv6-egress-only nat-route-missing nat-in-private-subnet nat-private-type nat-state
  nat-protocol nat-port-exhaustion nat-idle nat-inbound-noise nat-instance-srcdst
  nat-instance-no-public-ip lambda-no-egress lambda-public-subnet nat-instance-sg sg-in-missing
  sg-wrong-source sg-egress-missing sg-ref-public-ip sg-ref-cross-region sg-ref-tgw sg-wrong-attached
  sg-self-ref sg-egress-pinned sg-tracked ipv6-sg nacl-in-missing nacl-out-reply nacl-in-reply
  nacl-out-request nacl-order nacl-custom-deny-all nacl-cidr-not-covered nacl-intra-subnet
  nacl-prefix-list nacl-deny-tool pcx-route-missing pcx-return-route pcx-transitive pcx-edge-to-edge
  pcx-dns disconnected-vpcs overlapping-cidr tgw-subnet-route-missing tgw-rtb-route tgw-return-route
  tgw-az tgw-appliance-mode vpn-ike-blocked vpn-bgp-down vpn-cgw-ip vpn-proposal vpn-idle-dpd
  vpn-asymmetric bgp-advert bgp-prefix-limit dxgw-prefix dx-vpn-failover clientvpn gwep-not-associated
  endpoint-policy if-endpoint-missing if-endpoint-sg if-endpoint-dns privatelink-az eks-endpoint-access
  dns-attributes dns-custom-resolver dns-outbound-missing dns-inbound-missing phz-shadow dns-pps-limit
  lb-health-check lb-target-sg lb-no-healthy lb-private-subnet lb-internal nlb-az nlb-client-ip
  nlb-hairpin host-firewall listen-localhost srcdst-check-appliance multi-eni-routing host-bridge-overlap
  pod-snat imds-blocked fl-role fl-dest-policy fl-role-for-s3 fl-passrole fl-filter fl-immutable fl-delay
  fl-scope fl-pkt-addr fl-nodata-skipdata fl-blind-spot fl-noise fl-late-packets iam-not-network netfw
  mtu ip-exhausted throughput
`
  .trim()
  .split(/\s+/);

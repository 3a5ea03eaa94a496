/** The help text of every command. */
export const USAGE = `flowtrap: AWS network troubleshooting on a simulated VPC

  flowtrap probe SNAPSHOT.json|WORLD.json --from END --to ADDRESS --protocol tcp|udp|icmp|icmpv6|0-255
                 [--port N] [--source-port N] [--icmp-type N --icmp-code N] [--belief ID]
      Would a connection work, and what decides? An END is an interface id, an instance id,
      a host's name or an address. Prints JSON. With a belief (network-acls-are-stateful …)
      the answer is that of somebody who holds it, right or wrong.

  flowtrap analyze SNAPSHOT.json --source ID [--destination ID | --destination-ip ADDRESS] --protocol tcp|udp
                 [--destination-port N] [--source-ip ADDRESS] [--filter-at-source JSON] [--filter-at-destination JSON]
                 [--filter-in-arns LIST] [--filter-out-arns LIST] [--mode aws|complete] [--all-blockers]
      What Reachability Analyzer says, as aws ec2 describe-network-insights-analyses prints it. With
      --all-blockers also every smallest set of settings that stands in the way, with its repair tried.

  flowtrap diff BEFORE.json AFTER.json
      What a change opens and closes, for every ordered pair of ends.

  flowtrap exposure SNAPSHOT.json --to ID | --from ID
      Who can reach an interface, instance or endpoint, or what it can reach.

  flowtrap simulate WORLD.json [--format '\${version} \${srcaddr} …'] [--interface eni-…]… [--json] [--out FOLDER]
      Plays the world's traffic and prints the flow log it leaves, in the order of delivery; or writes it into
      a folder as CloudWatch Logs, S3 or Firehose keep it, whichever is the flow log's destination. What
      nobody can read at the world's Now is counted beside.

  flowtrap read LOG|- [--format '\${version} \${srcaddr} …']
      Reads a flow log of any size: lines or .gz files, from Amazon S3, CloudWatch Logs or Firehose.
      Prints one JSON object per line: the record, with what CloudWatch Logs says of its event, or what is
      wrong with it. Without --format the lines are what their header line says, or else in the default
      format; with it no other header counts.

  flowtrap query LOG|- 'QUERY' [--format '\${version} \${srcaddr} …'] [--json]
      Asks a flow log of any size in the language of CloudWatch Logs Insights, for example
      'stats sum(bytes) as total by srcAddr, dstAddr | sort total desc | limit 10'.
      Prints a table, or with --json one JSON object per row.

  flowtrap faults [--json]
      Every fault that a case can be made of: layer, exam tasks, how it shows, what is wrong. As JSON also
      those that no case is made of, and why.

  flowtrap traps [--json]
      Every exam trap that a question can be drawn from: how it is asked, exam tasks, what people believe.

  flowtrap scenario --trap ID|--fault SLUG|--level 1..5 --seed TEXT [--key]
      A question from a seed, the same one each time: the ticket, what the flow log shows, what is asked and
      the options. With --key also which options are right, what is wrong and what mends it, and the whole
      world, for flowtrap simulate and probe. Prints JSON.

  flowtrap grade SCENARIO.json ANSWER.json [--receipt FILE]
      Judges an answer to what flowtrap scenario printed, by running it, and explains the verdict as JSON. An
      answer is {"option": "A"}, {"options": ["A", "C"]}, {"component": "sg-…", "direction": "inbound",
      "part": "100", "mechanism": "denied-by-rule"}, or a repair of the case: {"actions": […]} or
      {"commands": "aws ec2 …"}. A receipt holds all that the verdict rests on.

  flowtrap grade --replay FILE
      Runs a receipt again: the verdict stands, or it is said which run came out otherwise and which rule of
      AWS this version reads in another way.

  flowtrap schema world|snapshot
      Prints the JSON Schema of a document.

  A file may be - for standard input, and a snapshot a folder with one file per call (Vpcs.json,
  describe-subnets.json …). Exit codes: 0 the question was answered (also with no),
  1 we failed, 2 the input is wrong.
`;

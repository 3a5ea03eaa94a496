import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '@/lib/core/flowlog/insights/functions/catalogue';
import { evaluate, passes, TEN } from '../../../support/flow-log';

const FUNCTIONS_PAGE =
  'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html';
const FILTER_PAGE = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Filter.html';

describe(`values (${FUNCTIONS_PAGE})`, () => {
  it.each([
    ['2 ^ 3', 8],
    ['10 % 3', 1],
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 - 2 - 1', 4],
    ['2 ^ 3 ^ 0', 2],
    ['-2 ^ 2', 4],
    ['8 / 4 / 2', 1],
    ['1 / 0', null],
    ['1 % 0', null],
    ['10 ^ 400', null],
    ['"3" * "4"', 12],
    ['"x" + 1', null],
    ['-missing', null],
    ['1 < 2', 1],
    ['not 1 < 2', 0],
    ['"b" > "a" and 2 >= 2', 1],
    ['abs(-4)', 4],
    ['ceil(1.2)', 2],
    ['floor(-1.2)', -2],
    ['greatest(1, 3, 2)', 3],
    ['least(1, "0", 2)', 0],
    ['greatest(missing, 1)', 1],
    ['greatest(missing)', null],
    ['log(1)', 0],
    ['log(0)', null],
    ['sqrt(9)', 3],
    ['sqrt(-1)', null],
    ['round(2.5)', 3],
    ['round(2.345, 2)', 2.35],
    ['round(1234, -2)', 1200],
    ['toNumber("42")', 42],
    ['toNumber("0x1f")', null],
    ['toNumber("")', null],
    ['toNumber("1e3")', 1000],
    ['ispresent(missing)', 0],
    ['ISPRESENT("x")', 1],
    ['coalesce(missing, "b", "c")', 'b'],
    ['coalesce(missing)', null],
    ['if(1 = 1, "yes", "no")', 'yes'],
    ['if(missing = 1, "yes", "no")', 'no'],
    ['case(1 = 2, "a", 2 = 2, "b", "c")', 'b'],
    ['case(1 = 2, "a", "c")', 'c'],
    ['case(1 = 2, "a")', null],
    ['isNumeric("12")', 1],
    ['isNumeric("eni-12")', 0],
    ['constructor', null],
    ['toString', null],
    ['TRUE', 1],
    ['`true`', null],
  ])('%s', (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });

  it.each([
    ['isempty(missing)', 1],
    ['isempty("")', 1],
    ['isempty(" ")', 0],
    ['isblank(" \t")', 1],
    ['isblank("a")', 0],
    ['concat("a", "-", 5)', 'a-5'],
    ['concat(missing, "b")', 'b'],
    ['ltrim("xyZxyfooxyZ","xyZ")', 'fooxyZ'],
    ['rtrim("xyZfooxyxyZ","xyZ")', 'xyZfoo'],
    ['trim("xyZxyfooxyxyZ","xyZ")', 'foo'],
    ['trim("  foo ")', 'foo'],
    ['ltrim("  foo ")', 'foo '],
    ['rtrim("  foo ")', '  foo'],
    ['trim(missing)', null],
    ['strlen("abc")', 3],
    ['strlen("a😀")', 2],
    ['toupper("aB1")', 'AB1'],
    ['tolower("aB1")', 'ab1'],
    ['substr("xyZfooxyZ",3, 3)', 'foo'],
    ['substr("xyZfooxyZ",3)', 'fooxyZ'],
    ['substr("abc", 5)', ''],
    ['substr("abc", -1, 2)', 'ab'],
    ['replace("foo","o","0")', 'f00'],
    ['replace("a.b",".","$&")', 'a$&b'],
    ['strcontains("ACCEPT OK", "OK")', 1],
    ['strcontains("ACCEPT OK", "ok")', 0],
    ['strcontains("ACCEPT OK", "ok", true)', 1],
    ['strcontains("ACCEPT OK", "ok", false)', 0],
    ['startsWith("eni-1", "eni")', 1],
    ['endsWith("eni-1", "eni")', 0],
  ])('%s', (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });

  it.each([
    ['isValidIp("10.0.0.4")', 1],
    ['isValidIp("10.0.0.256")', 0],
    ['isValidIp(missing)', 0],
    ['isValidIpV4("2001:db8::1")', 0],
    ['isValidIpV6("2001:db8::1")', 1],
    ['isIpInSubnet("192.0.2.77", "192.0.2.0/24")', 1],
    ['isIpInSubnet("2001:db8::5", "2001:db8::/32")', 1],
    ['isIpInSubnet("2001:db8::5", "0.0.0.0/0")', 0],
    ['isIpv4InSubnet("192.0.3.1", "192.0.2.0/24")', 0],
    ['isIpv4InSubnet("192.0.2.1", subnet)', 1],
    ['isIpv4InSubnet("-", "0.0.0.0/0")', 0],
    ['isIpv4InSubnet("10.0.0.4", "10.0.0.9/24")', 1],
    ['isIpv6InSubnet("2001:db8::1", "2001:db8::/32")', 1],
    ['isIpv6InSubnet("10.0.0.4", subnet6)', 0],
    ['isPrivateIP("172.31.9.9")', 1],
    ['isPrivateIP("100.64.0.1")', 0],
    ['ipv4ToNumber("10.0.0.4")', 167772164],
    ['ipv4ToNumber("::1")', null],
  ])('%s', (expression, value) => {
    expect(evaluate(expression, { subnet: '192.0.2.0/24', subnet6: '::/0' })).toBe(value);
  });

  const at = (seconds: number, milliseconds = 0): number => (TEN + seconds) * 1000 + milliseconds;

  it.each([
    ['bin(5m)', at(300)],
    ['bin(1h)', at(0)],
    ['BIN(1d)', Date.UTC(2026, 10, 23)],
    ['bin(30s)', at(510)],
    ['bin(300s)', at(480)],
    ['bin(90m)', at(0)],
    ['bin(1000msec)', at(513)],
    ['bin(1week)', Date.UTC(2026, 10, 23)],
    ['bin(2w)', Date.UTC(2026, 10, 23)],
    ['bin(1mo)', Date.UTC(2026, 10, 1)],
    ['bin(1qtr)', Date.UTC(2026, 9, 1)],
    ['bin(2years)', Date.UTC(2026, 0, 1)],
    ['datefloor(@timestamp, 1h)', at(0)],
    ['dateceil(@timestamp, 1h)', at(3600)],
    ['dateceil(datefloor(@timestamp, 1h), 1h)', at(0)],
    ['dateceil(@timestamp, 1mo)', Date.UTC(2026, 11, 1)],
    ['datefloor(missing, 1h)', null],
    ['datefloor(fromMillis(-1), 1d)', -86_400_000],
    ['datefloor(10 ^ 20, 1y)', null],
    ['toMillis(@timestamp)', at(513, 250)],
    ['fromMillis(1642195111000)', 1642195111000],
    ['now()', TEN + 1000],
    ['now() * 1000 - 7200000', at(1000) - 7_200_000],
  ])('%s', (expression, value) => {
    expect(evaluate(expression, { '@timestamp': at(513, 250) }, at(1000, 999))).toBe(value);
  });

  it('have words for an editor', () => {
    expect(FUNCTIONS.length).toBeGreaterThan(40);
    for (const { says } of FUNCTIONS) expect(says).toMatch(/^[A-Z].*\.$/);
  });
});

describe(`conditions (${FILTER_PAGE})`, () => {
  const event = { range: 3001, status: '200', account: '012345678901', f1: 'an Exception', empty: '' };

  it.each([
    ['(range>3000)', true],
    ['range > 3001', false],
    ['range >= "3001"', true],
    ['status = 200', true],
    ['status="200"', true],
    ['status = "200.0"', false],
    ['status = 200.0', true],
    ['account = 12345678901', true],
    ['account = "12345678901"', false],
    ['status in [200, 300]', true],
    ['status in ["200"]', true],
    ['range in ["3001"]', true],
    ['status not in ["foo","bar",1]', true],
    ['status NOT IN [200]', false],
    ['f1 like "Exception"', true],
    ['f1 like "exception"', false],
    ['f1 like /Exception/', true],
    ['f1 =~ /Exception/', true],
    ['f1 like /(?i)exception/', true],
    ['f1 =~ /^(?i)an exception$/', true],
    ['f1 not like "Exception"', false],
    ['not f1 like "Exception"', false],
    ['range like "00"', true],
    ['status like /2\\d\\d/', true],
    ['f1 > "a" and f1 < "b"', true],
    ['(range = 1 or status = 200) and f1 like "E"', true],
    ['range = 1 or status = 200 and f1 like "nope"', false],
    ['strcontains(f1, "Exc")', true],
    ['isempty(empty)', true],
    ['range', true],
    ['empty', false],
    ['not missing', true],
  ])('%s: %s', (condition, holds) => {
    expect(passes(condition, event)).toBe(holds);
  });

  // "returns log events that do not have Type fields with values of …": an event without the field has none.
  it.each([
    ['missing = 1', false],
    ['missing != 1', true],
    ['missing = missing', false],
    ['missing < 1', false],
    ['missing >= 1', false],
    ['missing like ""', false],
    ['missing not like "x"', true],
    ['missing in [1]', false],
    ['missing not in [1]', true],
    ['not missing = 1', true],
  ])('a missing field: %s: %s', (condition, holds) => {
    expect(passes(condition, event)).toBe(holds);
  });
});

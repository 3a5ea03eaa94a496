import type { Metadata } from 'next';
import { GlossaryList } from '@/components/lesson/glossary-list';
import { FIELDS } from '@/lib/core/flowlog/fields';
import { EXPLANATION_CODES } from '@/lib/core/rules/explanation-codes';

export const metadata: Metadata = {
  title: 'Glossary',
  description:
    'Every field of a flow log record and every explanation code of Reachability Analyzer, with its source.',
};

const CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';

export default function Glossary() {
  const fields = FIELDS.map(({ name, means, version, source, standing }) => ({
    id: name,
    means,
    note: `version ${version}${standing === 'documented' ? '' : `, ${standing}`}`,
    source,
  }));
  const codes = Object.entries(EXPLANATION_CODES).map(([code, { means }]) => ({
    id: code,
    means,
    note: '',
    source: CODES,
  }));
  return (
    <div className="mx-auto max-w-[88ch] px-4 py-8">
      <h1 className="font-[660] text-[28px] leading-tight tracking-[-0.022em]">Glossary</h1>
      <GlossaryList id="fields" title="Fields of a flow log record" entries={fields} />
      <GlossaryList id="codes" title="Explanation codes of Reachability Analyzer" entries={codes} />
    </div>
  );
}

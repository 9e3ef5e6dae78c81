import { fold, quoted, type Draft, type Rule } from './draft.ts';

const most = 14;
const comfortable = 3;

export const tooManyQuestions: Rule = {
  name: 'too_many_questions',
  check: (draft) => {
    const count = countQuestions(draft.text);
    return count > most
      ? [
          {
            severity: 'error',
            message: `The mail asks ${count} questions; more than ${most} is a questionnaire. Ask for the conversation and keep the questions for it.`,
          },
        ]
      : [];
  },
};

export const manyQuestions: Rule = {
  name: 'many_questions',
  check: (draft) => {
    const count = countQuestions(draft.text);
    return count > comfortable && count <= most
      ? [
          {
            severity: 'warning',
            message: `The mail asks ${count} questions. With more than ${comfortable} it looks like work; ask for the conversation and keep the questions for it.`,
          },
        ]
      : [];
  },
};

const money =
  /\b(?:salar(?:y|ies)|pay (?:range|scale|grade|package|level)|compensation package|remuneration|wages?|how much (?:do|did|does|are|could|can|would) (?:you|one|people|someone) (?:[a-z]{1,12} ){0,2}(?:earn|make|paid)|benefits package|employee benefits|vacation days|staff turnover|turnover rate|gehalt\w{0,12}|verdienst|verdienen sie|verdient man|urlaubstage|fluktuation|salaire|sueldo|salario|stipendio|retribuzione|salaris)\b/;

/** Practice: guides disagree about benefits and turnover; all advise against pay. */
export const salary: Rule = {
  name: 'salary',
  check: ({ sentences }) => {
    const asking = sentences.find(({ folded }) => money.test(folded));
    return asking
      ? [
          {
            severity: 'warning',
            message: `This touches pay, benefits or turnover: ${quoted(asking)}. It is better avoided until you know each other; public sources answer it, too.`,
          },
        ]
      : [];
  },
};

const firm = 'your (?:[a-z-]{1,20} )?(?:company|firm|organi[sz]ation|employer|startup|business)';
const lookUp = [
  `\\bwhat (?:exactly )?does ${firm} (?:actually |exactly )?(?:do|make|sell|produce)\\b`,
  `\\bwhat (?:products|services) does ${firm}\\b`,
  `\\bhow many (?:employees|offices|people work|people are employed)\\b`,
  `\\bhow (?:big|large|old) is ${firm}\\b`,
  `\\b(?:where|when) (?:is|was) ${firm} (?:based|located|headquartered|founded|started)\\b`,
  `\\bwho (?:is|are) (?:the|your) (?:ceo|founders?|competitors)\\b`,
  `\\bwas macht (?:eigentlich )?(?:ihr unternehmen|ihre firma|your company)\\b`,
  `\\bwie viele (?:mitarbeite\\w{1,8}|beschaftigte|angestellte)\\b`,
  `\\b(?:wo|wann) (?:sitzt|ist|liegt|wurde) (?:ihr unternehmen|ihre firma|your company)\\b`,
].map((source) => new RegExp(source));

export const searchable: Rule = {
  name: 'searchable',
  check: ({ sentences, contact }) => {
    const company = fold(contact.company ?? '');
    const asking = sentences.find(({ folded }) => {
      const said = company.length < 2 ? folded : folded.split(company).join('your company');
      return lookUp.some((pattern) => pattern.test(said));
    });
    return asking
      ? [
          {
            severity: 'warning',
            message: `A search would answer this: ${quoted(asking)}. Ask what only this person can tell you.`,
          },
        ]
      : [];
  },
};

function countQuestions(text: Draft['text']): number {
  return text.replace(/https?:\/\/\S+/g, '').match(/[?？؟]+/g)?.length ?? 0;
}

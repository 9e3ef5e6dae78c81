// A rule for oxlint: expressions that read what strangers send need no more than linear time.
// Inputs that are short anyway say so where the rule is put aside.
import { checkSync } from 'recheck';

const linear = {
  create(context) {
    return {
      Literal(node) {
        if (node.regex === undefined) return;
        const { pattern, flags } = node.regex;
        // What is wrong is found within milliseconds; what takes longer is not decided either way.
        const found = checkSync(pattern, flags, { checker: 'automaton', timeout: 500 });
        if (found.status !== 'vulnerable') return;
        context.report({
          node,
          message: `This expression needs more than linear time (${found.complexity.summary}), for example for ${found.attack.pattern}`,
        });
      },
    };
  },
};

export default { meta: { name: 'patterns' }, rules: { linear } };

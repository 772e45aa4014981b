import { asked, insertRows, inputType, procedure, Uscc, undashedCode, documentNumber } from '../../kernel';
import { Enterprise, EnterpriseStatus } from '../enterprise/enterprise';
import { EnterpriseChange, waitInLine } from './enterprise-change';
import { checkCloser, notClosable } from './change.rules';

export const CloseEnterpriseInput = inputType(
  'CloseEnterpriseInput',
  '关闭决定. A decision to close an enterprise that does not meet the conditions of safety.',
  {
    uscc: asked(
      { ...undashedCode(18), graphql: () => Uscc },
      '统一社会信用代码. The code of the enterprise.',
    ),
    decision: asked(documentNumber(200), '决定文书. The document of the decision.'),
  },
);

export const enterpriseSteps = procedure(
  Enterprise,
  {
    scope: 'registry',
    key: 'uscc',
    states: EnterpriseStatus,
    admit: (_, { caller }) => checkCloser(caller),
    refuse: notClosable,
    async remember(
      tx,
      context,
      { uscc, regionCode, legalRepresentative },
      { from: fromStatus, to: status },
      { decision: closedBy },
    ) {
      await waitInLine(tx);
      await insertRows<EnterpriseChange>(tx, context, EnterpriseChange, [
        { uscc, regionCode, kind: 'STATUS', fromStatus, status, legalRepresentative, closedBy },
      ]);
    },
  },
  {
    closeEnterprise: {
      from: ['OPERATING', 'SUSPENDED'],
      to: 'REVOKED',
      scope: 'decide',
      says: '关闭取缔不符合安全条件的单位. Closes an enterprise that does not meet the conditions of safety.',
      input: CloseEnterpriseInput,
    },
  },
);

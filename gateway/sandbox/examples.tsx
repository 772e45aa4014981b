import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';

interface Example {
  readonly title: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** The question that the API is named after; also what an empty sandbox opens with. */
export const ONE_MATTER = `# 一件事：电动自行车安全，一次查询，各部门的数据一并返回
# One matter, one query, every department's share
# 执行 · Run: ▶ / Ctrl-Enter
query OneMatter {
  matter(code: "ELECTRIC_BICYCLE") {
    name
    leadDepartment {
      name
    }
    stages {
      name
      department {
        name
      }
    }
    overview(region: "430000") {
      equipmentCount
      overdueInspections
      listedEnterprises
    }
    enterprises(region: "430000", first: 5) {
      edges {
        node {
          uscc
          name
          region {
            fullName
          }
          equipment(first: 3) {
            totalCount
            edges {
              node {
                code
                kind {
                  name
                }
                nextInspectionDue
                overdue
              }
            }
          }
          dishonestyListings {
            list
            cause
            listedOn
          }
        }
      }
    }
  }
}
`;

const ENTERPRISE = `query Enterprise($uscc: Uscc!) {
  enterprise(uscc: $uscc) {
    name
    status
    address
    region {
      fullName
    }
    matters {
      name
    }
    dishonestyListings {
      list
      cause
      listedOn
    }
  }
}
`;

const OVERDUE = `# 下一页：把 endCursor 填入变量 after
# The next page: put endCursor into the variable "after"
query OverdueEquipment($region: RegionCode!, $today: Date!, $after: String) {
  equipmentItems(filter: { region: $region, overdueOn: $today }, first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        code
        kind {
          name
        }
        region {
          fullName
        }
        nextInspectionDue
      }
    }
  }
}
`;

const SHARING = `# 同一问题，换一个身份再问，答案不同：被隐去的字段为 null，并附 SHARING_DENIED
# Ask again as another persona: what it may not see is null, with an error SHARING_DENIED
query SharingLevels($region: RegionCode!) {
  enterprises(filter: { region: $region }, first: 3) {
    edges {
      node {
        uscc
        name
        legalRepresentative
        contactPhone
      }
    }
  }
}
`;

const VIEWER = `query Viewer {
  viewer {
    department {
      name
    }
    region {
      name
    }
    scopes
  }
}
`;

/** Overdue inspections are counted on China's calendar, wherever the browser is. */
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

const EXAMPLES: readonly Example[] = [
  { title: '一件事 · One matter', query: ONE_MATTER },
  { title: '查企业 · Enterprise', query: ENTERPRISE, variables: { uscc: '92430682YY0ARLTG02' } },
  { title: '逾期未检 · Overdue', query: OVERDUE, variables: { region: '430600', today, after: null } },
  { title: '共享分级 · Sharing', query: SHARING, variables: { region: '430682' } },
  { title: '我是谁 · Who am I', query: VIEWER },
];

/** Opens an example in a tab of its own, so that nothing already written is lost. */
export function Examples() {
  const { addTab, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(pick('queryEditor', 'variableEditor', 'responseEditor'));
  const open = (example: Example) => {
    const variables = fill(example.variables, responseEditor?.getValue() ?? '');
    addTab();
    updateActiveTabValues({ query: example.query, variables, operationName: null });
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(variables);
  };
  return (
    <nav className="examples" aria-label="示例查询 · Example queries">
      <span aria-hidden="true">示例 · Examples</span>
      {EXAMPLES.map((example) => (
        <button key={example.title} type="button" disabled={!queryEditor} onClick={() => open(example)}>
          {example.title}
        </button>
      ))}
    </nav>
  );
}

/** An enterprise on the screen is a better question than the one we happen to know: its USCC is taken from the last answer. */
function fill(variables: Example['variables'], answer: string): string {
  if (!variables) return '';
  const uscc = /"uscc": "(\w{18})"/.exec(answer)?.[1];
  return JSON.stringify('uscc' in variables && uscc ? { uscc } : variables, null, 2);
}

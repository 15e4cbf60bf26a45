/** Data of a page nests at most a dozen deep. */
const DEEPEST = 200;

/** Whether brackets nest deeper than any data of a site; parsed, a megabyte of them takes a hundred times the memory. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let i = 0; i < json.length; i++) {
    const sign = json[i];
    if (sign === '"') isText = !isText;
    else if (isText) i += sign === '\\' ? 1 : 0;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

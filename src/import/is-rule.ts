/** True for a line that does nothing but part what is above from what is below: dashes, stars, underscores. */
export function isRule(line: string): boolean {
  return /^(?:-{3,}|\*{3,}|_{3,}|—{2,}|–{3,}|[⸺⸻]+|(?:[-—*_] ){2,}[-—*_])$/u.test(line);
}

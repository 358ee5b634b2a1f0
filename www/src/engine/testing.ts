import type { Finding, KindInfo, Notice, Problem, Report, Verdict } from "../../../crate/wasm/api.d.ts";

/** A finding for a test: only what it is about is named. */
export function finding(value: string, verdict: Verdict = "plausible", more: Partial<Finding> = {}): Finding {
  const start = more.start ?? 0;
  return {
    start,
    end: start + value.length,
    kind: "serial_number",
    kindName: "serial",
    value,
    verdict,
    exposed: false,
    problems: [],
    facts: [],
    suggestions: [],
    ...more,
  };
}

/** A report for a test. */
export function report(...findings: Finding[]): Report {
  const summary = { verified: 0, plausible: 0, doubtful: 0, wrong: 0, exposed: 0 };
  return { version: "0", lang: "zh-CN", today: "2024-04-11", units: "utf16", findings, notices: [], rewrites: [], summary };
}

/** A notice for a test. */
export function notice(type: string, problems: Problem[] = [], more: Partial<Notice> = {}): Notice {
  return { start: 0, end: 0, type, typeName: `the name of ${type}`, verdict: "plausible", problems, facts: [], ...more };
}

/** A problem of a notice for a test. */
export function problem(code: string, severity: Problem["severity"] = "doubtful", more: Partial<Problem> = {}): Problem {
  return { code, severity, start: 0, end: 1, message: `what ${code} says`, related: [], ...more };
}

/** A kind for a test. */
export function kind(id: string, more: Partial<KindInfo> = {}): KindInfo {
  return { id, name: `the name of ${id}`, grammar: "18位", source: "GB", confidence: "sure", ...more };
}

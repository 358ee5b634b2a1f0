interface Trust {
  createScriptURL(address: string): string;
}

interface Trusting {
  trustedTypes?: { createPolicy(name: string, rules: Trust): Trust };
}

let trust: Trust | undefined;

/**
 * The address of a script that the page has made itself (自造脚本), as the page's policy wants it (build/policy.ts): where the
 * browser knows trusted types, it starts nothing from a mere string.
 */
export function ownScript(address: string): string {
  const types = (globalThis as Trusting).trustedTypes;
  trust ??= types?.createPolicy("kanyan", { createScriptURL: onlyOwn }) ?? { createScriptURL: onlyOwn };
  return trust.createScriptURL(address);
}

function onlyOwn(address: string): string {
  if (!address.startsWith("blob:")) throw new TypeError(`not a script of the page's own: ${address}`);
  return address;
}

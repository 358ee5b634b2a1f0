import page from "../package.json" with { type: "json" };

/**
 * The oldest browsers the page runs in (浏览器下限), as the bundler names them: `chrome109` for `chrome >= 109`. They are kept in
 * package.json, where the linters look for them (eslint.config.js). Chromium 109 is the last on Windows 7.
 */
export const FLOOR = page.browserslist.map((range) => {
  const [, name, version] = /^(\w+) >= ([\d.]+)$/.exec(range) ?? [];
  if (!name || !version) throw new Error(`package.json: the floor has to read like "chrome >= 109", not ${range}`);
  return `${name.replace("ios_saf", "ios")}${version}`;
});

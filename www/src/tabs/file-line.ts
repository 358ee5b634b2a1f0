import type { Origin } from "../editor/text-origin.ts";
import { h, setText } from "../elements/elements.ts";
import { ENCODINGS } from "../files/formats/results.ts";
import type { Encoding, Words } from "../words/words.ts";

export interface FileWishes {
  /** Read the file once more, so. */
  again(encoding: Encoding): void;
  close(): void;
  closeAll(): void;
}

/** Beside the tabs, what can be done with the file that is shown (当前文件): read it in another encoding, close it. */
export interface FileLine {
  /** The file that is shown, if it is one, and how many files are open. */
  show(origin: Origin | undefined, files: number): void;
  speak(words: Words): void;
}

export function createFileLine(root: HTMLElement, first: Words, wishes: FileWishes): FileLine {
  const word = h("span");
  const choice = h("select");
  const label = h("label", "encoding", word, choice);
  const options = ENCODINGS.map((encoding) => {
    const option = h("option");
    option.value = encoding;
    return { encoding, option };
  });
  choice.append(...options.map(({ option }) => option));
  choice.addEventListener("change", () => {
    const chosen = choice.value as Encoding;
    // It says what is, not what is wished for, until that is there.
    if (shown) choice.value = shown;
    wishes.again(chosen);
  });
  const close = h("button");
  const closeAll = h("button");
  close.addEventListener("click", wishes.close);
  closeAll.addEventListener("click", wishes.closeAll);
  root.append(label, close, closeAll);
  let shown: Encoding | undefined;

  function speak({ tabs: words, files }: Words): void {
    setText(word, words.encoding);
    label.title = words.encodingHint;
    setText(close, words.close);
    close.title = words.closeHint;
    setText(closeAll, words.closeAll);
    for (const { encoding, option } of options) setText(option, files.encoding[encoding]);
  }

  speak(first);

  return {
    speak,
    show(origin, files) {
      shown = origin?.as && origin.encoding;
      label.hidden = shown === undefined;
      if (shown) choice.value = shown;
      close.hidden = origin === undefined;
      closeAll.hidden = files < 2;
    },
  };
}

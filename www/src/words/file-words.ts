import type { Lang } from "../../../crate/wasm/api.d.ts";
import type { Encoding, Note, Trouble } from "../files/formats/results.ts";

/** What the readers have to say (文件). */
export interface FileWords {
  trouble: Record<Trouble, string>;
  note(note: Note): string;
  encoding: Record<Encoding, string>;
}

const zh: FileWords = {
  trouble: {
    unknown: "这种文件打不开：能打开的有文本、Word（.docx）、PDF、Excel（.xlsx）、CSV 和装着它们的 ZIP。",
    old: "这是旧格式的文件（如 .doc、.xls、.wps）：请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx 再来。",
    image: "这是图片，里面没有可查的文字：请打开原来的文档，或把文字打出来。",
    archive: "这种压缩包打不开：请先解压，再打开里面的文件；ZIP 压缩包可以直接打开。",
    encrypted: "文件有密码：请先用密码打开，去掉密码另存一份。",
    broken: "文件坏了，或者没有下载完整：请再要一份。",
    scanned: "这份 PDF 里没有文字，只有图，多半是扫描件：请要带文字的原文件，或对着原件把文字打出来。",
    empty: "文件里没有文字。",
    large: "文件超过 100 MB，太大了：请分成几份。",
    unpacked: "压缩包解开后太大，或者文件太多：请先解压，再打开要查的文件。",
    nested: "压缩包里套着压缩包：请先解压，再打开里面的文件。",
    unreadable: "文件读不出来：可能是文件夹，或者已被移走、正被别的程序占用。",
    reader: "打开这种文件的程序没能启动，可能是浏览器太旧：请打开文件，把文字复制过来。",
  },
  note(note) {
    switch (note.code) {
      case "garbled":
        return "有些字没有认出来，显示为 �：请换一种编码看看。";
      case "digits":
        return "表格把长号码存成了数值，超过 15 位的数字已经丢失：请对照原件，并把那一列改成“文本”格式重新填写。";
      case "pages":
        return `第 ${note.pages.join("、")} 页没有文字，可能是扫描的图，这些页没有查。`;
    }
  },
  encoding: { "utf-8": "UTF-8", gb18030: "GBK（GB18030）", "utf-16le": "UTF-16 LE", "utf-16be": "UTF-16 BE" },
};

const en: FileWords = {
  trouble: {
    unknown: "This kind of file cannot be opened. Text, Word (.docx), PDF, Excel (.xlsx), CSV, and ZIP with these inside can.",
    old: "This is an old kind of file (such as .doc, .xls or .wps): open it in Word or WPS and save it as .docx or .xlsx.",
    image: "This is a picture, without text to check: open the document it came from, or type the text.",
    archive: "This kind of archive cannot be opened: unpack it and open the files. ZIP can be opened as it is.",
    encrypted: "The file has a password: open it with the password and save a copy without one.",
    broken: "The file is damaged or was not downloaded completely: ask for it once more.",
    scanned: "This PDF holds pictures only, no text; it was probably scanned. Ask for the original with text, or type the text.",
    empty: "There is no text in the file.",
    large: "The file is larger than 100 MB: split it.",
    unpacked: "Unpacked, this archive is too large or has too many files: unpack it and open the files you need.",
    nested: "There is an archive inside the archive: unpack it and open the files.",
    unreadable: "The file could not be read: it may be a folder, or was moved, or another program holds it.",
    reader: "What opens this kind of file could not start; the browser may be too old. Open the file and copy its text.",
  },
  note(note) {
    switch (note.code) {
      case "garbled":
        return "Some characters were not recognised and are shown as �: try another encoding.";
      case "digits":
        return "The table stores long numbers as values and has lost their digits beyond the 15th: compare with the original, make the column text, and fill it in again.";
      case "pages":
        return `No text on ${note.pages.length === 1 ? "page" : "pages"} ${note.pages.join(", ")}, probably scanned: not checked.`;
    }
  },
  encoding: { "utf-8": "UTF-8", gb18030: "GBK (GB18030)", "utf-16le": "UTF-16 LE", "utf-16be": "UTF-16 BE" },
};

export const fileWords: Record<Lang, FileWords> = { zh, en };

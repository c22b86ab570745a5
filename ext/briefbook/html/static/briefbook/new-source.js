// A source that the bibliography lacks, as its form asks for it and as the entry that is to be added.
"use strict";
globalThis.briefbookNewSource = (listed) => {
  const { make, field, word } = globalThis.briefbookForms;
  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const asked = [word("Address"), word("Title"), word("Who published it"), word("Date (YYYY-MM-DD)")].map((words) => [words, make("input")]);
  const inputs = asked.map(([, input]) => input);
  const [address, title] = inputs;
  address.type = "url";
  const taken = new Set(listed.map((key) => key.toLowerCase()));
  const given = () => inputs.map((input) => input.value.trim());

  // Its key and its text; null where nothing is told of one.
  const entry = () => {
    const [url, name, publisher, date] = given();
    if (!url && !name) return null;
    const plain = (text) => text.replace(/[\\{}"%#&$_^~@]/g, " ").replace(/\s+/g, " ").trim();
    const year = /^\d{4}/.test(date) ? date.slice(0, 4) : "";
    const stem = `${(publisher || name).normalize("NFKD").toLowerCase().match(/[a-z0-9]+/)?.[0] ?? "source"}${year}`;
    let key = stem;
    for (let more = 2; taken.has(key); more += 1) key = `${stem}-${more}`;
    const lines = [`  title        = {{${plain(name)}}},`];
    if (publisher) lines.push(`  howpublished = {${plain(publisher)}},`);
    if (/^\d{4}-(?:0[1-9]|1[0-2])/.test(date)) lines.push(`  month        = ${MONTHS[date.slice(5, 7) - 1]},`);
    if (year) lines.push(`  year         = {${year}},`);
    if (url) lines.push(`  url          = {${url.replace(/[%#&_]/g, "\\$&")}},`);
    return { key, text: `@misc{${key},\n${lines.join("\n")}\n}\n` };
  };

  // The field at fault and what is the matter with it; null where nothing is.
  const complaint = () => {
    const [url, name, , date] = given();
    if (given().every((each) => !each)) return null;
    if (!/[^\s\\{}"%#&$_^~@]/.test(name)) return [title, word("Give the title of the source.")];
    if (url && !/^https?:\/\/[^\s{}\\@"<>^`|]+$/.test(url)) return [address, word("The address of a source begins with https:// or http://.")];
    if (date && !/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/.test(date)) return [inputs[3], word("Write the date of the source as YYYY-MM-DD, YYYY-MM or YYYY.")];
    return null;
  };

  return {
    inputs,
    details: make("details", {}, make("summary", { textContent: word("A source that is not in the bibliography") }), ...asked.map(([words, input]) => field(words, input))),
    entry,
    complaint,
  };
};

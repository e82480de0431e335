import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf } from "../../src/text/markdown";

test("a page about a code falls into its blocks", () => {
  const page =
    "# LR0201: a name\n\nA rule uses\na name.\n\n    lead {\n\n    }\n\n- one\n  goes on\n- two\n\n```leadrules\nscore x {\n}\n```\nThe end.\n";
  assert.deepEqual(blocksOf(page), [
    { kind: "heading", text: "LR0201: a name" },
    { kind: "paragraph", text: "A rule uses a name." },
    { kind: "code", text: "lead {\n\n}" },
    { kind: "list", items: ["one goes on", "two"] },
    { kind: "code", text: "score x {\n}" },
    { kind: "paragraph", text: "The end." },
  ]);
});

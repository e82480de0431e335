"""The program, over its pipes, with an editor that says of itself what Visual Studio Code, Neovim or Emacs does."""
import asyncio
import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

CLIENTS = ["visual_studio_code", "neovim@0.11.0", "neovim@0.7.0", "emacs@29.1"]
HERE = pathlib.Path(__file__).parent
LEADS = "id,country,budget\n" + "".join(f"L{n},{'NL' if n % 10 == 0 else 'BE'},{n}\n" for n in range(200))

# Longer than any answer takes, in seconds.
PATIENCE = 30


class Editor:
    """What a test sees of an editor: places are counted in characters, as Python counts them."""

    def __init__(self, client: LanguageClient, folder: pathlib.Path):
        self.client, self.folder, self.versions = client, folder, 0
        self.texts: dict[str, str] = {}
        self.refreshed: list[str] = []
        self.encoding = "utf-16"

        def noted(method):
            def note(*_):
                self.refreshed.append(method)

            client.feature(method)(note)

        for method in [types.WORKSPACE_INLAY_HINT_REFRESH, types.WORKSPACE_CODE_LENS_REFRESH]:
            noted(method)
        client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda *_: None)

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    def width(self, text: str) -> int:
        return len(text.encode("utf-8")) if self.encoding == "utf-8" else len(text.encode("utf-16-le")) // 2

    def at(self, name: str, piece: str, past: bool = False) -> types.Position:
        """Where a piece of a text begins, or ends."""
        before, found, _ = self.texts[name].partition(piece)
        assert found, piece
        before += piece if past else ""
        line = before.count("\n")
        return types.Position(line, self.width(before.rsplit("\n", 1)[-1]))

    def document(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def open(self, name: str, text: str | None = None):
        self.texts[name] = (self.folder / name).read_text() if text is None else text
        self.versions += 1
        item = types.TextDocumentItem(self.uri(name), "leadrules", self.versions, self.texts[name])
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, name: str, old: str, new: str):
        """Types something in the place of something else."""
        span = types.Range(self.at(name, old), self.at(name, old, past=True))
        self.texts[name] = self.texts[name].replace(old, new, 1)
        self.versions += 1
        change = types.TextDocumentContentChangePartial(text=new, range=span)
        of = types.VersionedTextDocumentIdentifier(self.versions, self.uri(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(of, [change]))

    async def heard(self, method: str):
        await asyncio.wait_for(self.client.wait_for_notification(method), PATIENCE)

    async def found(self, name: str, wanted) -> list[types.Diagnostic]:
        """What is found in a text, once that is what is wanted."""
        while True:
            found = list(self.client.diagnostics.get(self.uri(name), []))
            if wanted(found):
                return found
            await self.heard(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)

    def edited(self, name: str, edits: list[types.TextEdit]) -> str:
        """A text with edits made."""
        def byte(at: types.Position) -> int:
            lines = self.texts[name].split("\n")
            before = sum(len(line) + 1 for line in lines[: at.line])
            line = lines[at.line] if at.line < len(lines) else ""
            return before + next(n for n in range(len(line) + 1) if self.width(line[:n]) >= at.character)

        text = self.texts[name]
        for edit in sorted(edits, key=lambda edit: byte(edit.range.start), reverse=True):
            text = text[: byte(edit.range.start)] + edit.new_text + text[byte(edit.range.end) :]
        return text

    def made(self, edit: types.WorkspaceEdit) -> dict[str, str]:
        """The texts of the files that an edit changes, by their names."""
        changes = dict(edit.changes or {})
        for change in edit.document_changes or []:
            changes[change.text_document.uri] = change.edits
        name = {self.uri(name): name for name in self.texts}
        return {name[uri]: self.edited(name[uri], edits) for uri, edits in changes.items()}


@pytest.fixture
def files() -> dict[str, str]:
    main = HERE.parent / "main.leadrules"
    return {
        "main.leadrules": main.read_text(),
        "parts/fields.leadrules": (HERE.parent / "fields.leadrules").read_text(),
        "data/leads.csv": LEADS,
        "leadrules.toml": 'leads = "data/leads.csv"\nas_of = 2026-11-23\n',
    }


@pytest.fixture
def settings():
    return None


@pytest_lsp.fixture(
    params=CLIENTS,
    config=ClientServerConfig([os.environ["LEADRULES"], "lsp"], client_factory=make_test_lsp_client),
)
async def client(request, lsp_client: LanguageClient, tmp_path, files, settings):
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    editor = Editor(lsp_client, tmp_path)
    lsp_client.editor = editor
    result = await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            root_uri=tmp_path.as_uri(),
            workspace_folders=[types.WorkspaceFolder(tmp_path.as_uri(), "rules")],
            initialization_options=settings,
        )
    )
    editor.encoding = result.capabilities.position_encoding or "utf-16"
    editor.name, editor.result = request.param, result
    yield
    if lsp_client._server.returncode is None and not getattr(editor, "left", False):
        await lsp_client.shutdown_session()
        assert lsp_client._server.returncode == 0


@pytest.fixture
def editor(client) -> Editor:
    return client.editor

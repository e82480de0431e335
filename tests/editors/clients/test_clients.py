"""What editors ask, by the sets of abilities that Visual Studio Code, Neovim and Emacs declare."""
import asyncio
import contextlib

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

MAIN, FIELDS = "main.leadrules", "parts/fields.leadrules"
whole = types.Range(types.Position(0, 0), types.Position(1000, 0))


def none(found):
    return not found


async def opened(editor):
    editor.open(MAIN)
    editor.open(FIELDS)
    return (await editor.found(MAIN, bool))[0]


async def noted(editor, ask, wanted):
    """Asks until what is wanted is there: editors that can't be told to ask anew ask when they like."""
    for _ in range(100):
        said = [said for said in await ask() if wanted(said)]
        if said:
            return said
        await asyncio.sleep(0.1)
    raise AssertionError("nothing was said")


def hints(editor):
    return lambda: editor.client.text_document_inlay_hint_async(types.InlayHintParams(editor.document(MAIN), whole))


def lenses(editor):
    return lambda: editor.client.text_document_code_lens_async(types.CodeLensParams(editor.document(MAIN)))


async def test_columns_are_counted_as_the_editor_prefers(editor):
    offered = editor.client.capabilities.general and editor.client.capabilities.general.position_encodings
    assert editor.encoding == ("utf-8" if offered and "utf-8" in offered else "utf-16")
    finding = await opened(editor)
    assert finding.range.start == editor.at(MAIN, "->")
    assert finding.code and finding.source == "leadrules"


async def test_a_fix_mends_and_what_is_mended_is_fine(editor):
    finding = await opened(editor)
    context = types.CodeActionContext([finding])
    actions = await editor.client.text_document_code_action_async(
        types.CodeActionParams(editor.document(MAIN), finding.range, context)
    )
    assert actions[0].kind == types.CodeActionKind.QuickFix and actions[0].is_preferred
    made = editor.made(actions[0].edit)
    assert list(made) == [MAIN] and "budget > 99 => +2" in made[MAIN]
    editor.type(MAIN, "->", "=>")
    assert made[MAIN] == editor.texts[MAIN]
    await editor.found(MAIN, none)


async def test_a_name_changes_in_all_files(editor):
    await opened(editor)
    editor.type(MAIN, "->", "=>")
    await editor.found(MAIN, none)
    at = editor.at(MAIN, "budget > 99")
    edit = await editor.client.text_document_rename_async(types.RenameParams(editor.document(MAIN), at, "größe"))
    made = editor.made(edit)
    assert set(made) == {MAIN, FIELDS}
    assert "budget >" not in made[MAIN] and 'größe number 0..1000, from "budget"' in made[FIELDS]
    places = await editor.client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(True), editor.document(MAIN), at)
    )
    assert len(places) == 3


async def test_a_text_is_put_in_form_whole_and_while_it_is_typed(editor):
    await opened(editor)
    editor.type(MAIN, "->", "=>")
    options = types.FormattingOptions(2, True)
    edits = await editor.client.text_document_formatting_async(
        types.DocumentFormattingParams(editor.document(MAIN), options)
    )
    assert "  budget > 9   => +1 as \"é 😀\"\n  budget > 99  => +2\n" in editor.edited(MAIN, edits)
    at = editor.at(MAIN, "}", past=True)
    typed = await editor.client.text_document_on_type_formatting_async(
        types.DocumentOnTypeFormattingParams(editor.document(MAIN), at, "}", options)
    )
    assert "  budget > 9   => +1" in editor.edited(MAIN, typed)
    editor.type(MAIN, "score s {\n", "score s {\n\n")
    at = types.Position(editor.at(MAIN, "score s {").line + 1, 0)
    typed = await editor.client.text_document_on_type_formatting_async(
        types.DocumentOnTypeFormattingParams(editor.document(MAIN), at, "\n", options)
    )
    assert [edit.new_text for edit in typed] == ["  "]


async def test_what_leads_say_is_shown_where_the_editor_can_show_it(editor):
    await opened(editor)
    editor.type(MAIN, "->", "=>")
    abilities = editor.client.capabilities.text_document
    if abilities.code_lens and not abilities.inlay_hint:
        said = await noted(editor, lenses(editor), lambda lens: "fires for 50 %" in lens.command.title)
        assert said[0].range.start.line == 5 and not await hints(editor)()
    else:
        said = await noted(editor, hints(editor), lambda hint: "fires for 50 %" in hint.label)
        assert said[0].position == editor.at(MAIN, "=> +2", past=True)
        assert not await lenses(editor)()
    workspace = editor.client.capabilities.workspace
    can = {
        types.WORKSPACE_INLAY_HINT_REFRESH: workspace.inlay_hint,
        types.WORKSPACE_CODE_LENS_REFRESH: workspace.code_lens,
    } if workspace else {}
    wanted = {method for method, able in can.items() if able and able.refresh_support}
    await asyncio.sleep(0.2)
    assert set(editor.refreshed) == wanted


@pytest.mark.parametrize("settings", [{"facts": "both"}])
async def test_settings_say_where_it_is_shown(editor, settings):
    await opened(editor)
    editor.type(MAIN, "->", "=>")
    fires = await noted(editor, hints(editor), lambda hint: "fires" in hint.label)
    titles = [lens.command.title for lens in await lenses(editor)()]
    assert {hint.label for hint in fires} <= set(titles)
    off = types.DidChangeConfigurationParams({"leadrules": {"facts": "off"}})
    editor.client.workspace_did_change_configuration(off)
    assert not await hints(editor)()


async def test_a_test_is_run_by_its_lens(editor):
    await opened(editor)
    editor.type(MAIN, "->", "=>")
    editor.type(MAIN, "score s {", 'test "é 😀" {\n  lead budget 5\n  expect s = 1\n}\n\nscore s {')
    await editor.found(MAIN, none)
    lens = (await noted(editor, lenses(editor), lambda lens: lens.command.command))[0]
    assert lens.command.title == "▶ run"
    run = types.ExecuteCommandParams(lens.command.command, lens.command.arguments)
    answer = await editor.client.workspace_execute_command_async(run)
    assert answer == {"passed": False, "failed": ["expected s = 1; s is 0"]}
    failed = await editor.found(MAIN, bool)
    assert failed[0].source == "leadrules test" and failed[0].range.start == editor.at(MAIN, "s = 1")
    assert (await lenses(editor)())[0].command.title == "▶ run · failed: s is 0"


async def test_a_score_that_is_pointed_at_is_proved(editor):
    await opened(editor)
    editor.type(MAIN, "->", "=>")
    await editor.found(MAIN, none)
    at = types.Position(editor.at(MAIN, "score s").line, 6)
    hover = await editor.client.text_document_hover_async(types.HoverParams(editor.document(MAIN), at))
    assert "By proof, a lead can have 0 to 3 points." in hover.contents.value


async def test_a_request_that_is_cancelled_is_answered_all_the_same(editor):
    await opened(editor)
    server = editor.client
    for _ in range(50):
        editor.type(MAIN, "budget", "budget")
        asked = server.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document(MAIN)))
        asked = asyncio.ensure_future(asked)
        await asyncio.sleep(0)
        number = list(server.protocol._request_futures)[-1]
        server.cancel_request(types.CancelParams(number))
        with contextlib.suppress(JsonRpcException):
            await asyncio.wait_for(asked, 30)
    symbols = await server.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document(MAIN)))
    assert [symbol.name for symbol in symbols]


async def test_files_that_are_not_known_have_nothing(editor):
    never = types.TextDocumentIdentifier(editor.uri("never.leadrules"))
    at = types.Position(5, 5)
    assert not await editor.client.text_document_hover_async(types.HoverParams(never, at))
    assert not await editor.client.text_document_completion_async(types.CompletionParams(never, at))
    assert not await editor.client.text_document_inlay_hint_async(types.InlayHintParams(never, whole))
    assert not await editor.client.text_document_code_lens_async(types.CodeLensParams(never))
    with pytest.raises(JsonRpcException, match="not open"):
        run = types.ExecuteCommandParams("leadrules.runTest", [never.uri, "x"])
        await editor.client.workspace_execute_command_async(run)


async def test_a_text_that_was_never_saved_is_looked_at(editor):
    new = "untitled:Untitled-1"
    used = 'use "other.leadrules"\n'
    editor.open(new, f"leadrules 1\n{used}lead {{\n  budget number\n}}\nscore s {{\n  budgte > 9 => +1\n}}\n")
    await editor.found(new, lambda found: any("save the file" in one.message for one in found))
    editor.type(new, used, "")
    await editor.found(new, lambda found: any("budgte" in one.message for one in found))
    assert not await editor.client.text_document_inlay_hint_async(types.InlayHintParams(editor.document(new), whole))


async def test_files_outside_of_the_folder_are_not_read(editor, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.leadrules"
    outside.write_text("leadrules 1\nlead {\n  salary number\n}\n")
    text = f'leadrules 1\nuse "{"../" * 20}{str(outside).lstrip("/")}"\n'
    editor.open("a.leadrules", text)
    found = await editor.found("a.leadrules", bool)
    assert "outside" in found[0].message and "salary" not in str(found)
    # What leads say is not taken from elsewhere either.
    (editor.folder / "leadrules.toml").write_text('leads = "/etc/hostname"\n')
    editor.open(MAIN)
    editor.type(MAIN, "->", "=>")
    while not any("lies outside of this repository" in said.message for said in editor.client.messages):
        await editor.heard(types.WINDOW_SHOW_MESSAGE)


async def test_after_shutdown_nothing_is_answered(editor):
    await opened(editor)
    await editor.client.shutdown_async(None)
    with pytest.raises(JsonRpcException, match="shutdown"):
        await editor.client.text_document_hover_async(types.HoverParams(editor.document(MAIN), types.Position(0, 0)))
    editor.left = True
    editor.client.exit(None)
    assert await editor.client._server.wait() == 0

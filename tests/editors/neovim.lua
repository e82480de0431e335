-- What a person does, by Neovim's own client. What was seen is written into the file that $SEEN names.
local seen = io.open(os.getenv("SEEN"), "w")
local function say(text) seen:write(text, "\n") end

local function run()
  local id = vim.lsp.start_client({ name = "leadrules", cmd = { os.getenv("LEADRULES"), "lsp" }, root_dir = vim.fn.getcwd() })
  vim.lsp.buf_attach_client(0, id)
  local client = vim.lsp.get_client_by_id(id)

  local function found(count)
    vim.wait(30000, function() return client.initialized and #vim.diagnostic.get(0) == count end, 20)
    for _, one in ipairs(vim.diagnostic.get(0)) do
      say(("%d:%d %s"):format(one.lnum + 1, one.col + 1, one.message:match("[^\n]*")))
    end
  end

  local function ask(method, params)
    local answer = client.request_sync(method, params, 30000, 0)
    assert(answer and not answer.err, method .. ": " .. vim.inspect(answer))
    return answer.result
  end

  say("opened"); found(1)
  local lnum = vim.diagnostic.get(0)[1].lnum
  vim.api.nvim_win_set_cursor(0, { lnum + 1, 0 })
  local params = vim.lsp.util.make_given_range_params({ lnum + 1, 0 }, { lnum + 1, 30 })
  params.context = { diagnostics = {}, only = { "quickfix" } }
  local action = ask("textDocument/codeAction", params)[1]
  say("fix: " .. action.title)
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  say("fixed"); found(0)

  -- This Neovim shows no hints by itself; what it would show is asked for.
  local document = vim.lsp.util.make_text_document_params()
  local range = { start = { line = 0, character = 0 }, ["end"] = { line = 100, character = 0 } }
  local hints = {}
  for _ = 1, 100 do
    hints = ask("textDocument/inlayHint", { textDocument = document, range = range })
    if #hints > 0 then break end
    vim.wait(100)
  end
  for _, hint in ipairs(hints) do say(("hint %d: %s"):format(hint.position.line + 1, hint.label)) end
  for _, lens in ipairs(ask("textDocument/codeLens", { textDocument = document })) do
    say(("lens %d: %s"):format(lens.range.start.line + 1, lens.command.title))
    say("ran: " .. vim.inspect(ask("workspace/executeCommand", lens.command).passed))
  end

  vim.fn.search("budget >")
  local rename = vim.lsp.util.make_position_params()
  rename.newName = "turnover"
  vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", rename), client.offset_encoding)
  say("renamed"); found(0)

  vim.lsp.buf.formatting_sync(nil, 30000)
  vim.cmd("silent wall")
  client.stop()
  vim.wait(30000, function() return client.is_stopped() end, 20)
  say("stopped")
end

local fine, why = pcall(run)
if not fine then say("failed: " .. tostring(why)) end
seen:close()
vim.cmd(fine and "qall!" or "cquit!")

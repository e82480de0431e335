-- What a person does with a Neovim that shows hints and lenses by itself, set up as docs/editors.md says. What was seen is written into
-- the file that $SEEN names.
local seen = io.open(os.getenv("SEEN"), "w")
local function say(text) seen:write(text, "\n") end

local function run()
  vim.filetype.add({ extension = { leadrules = "leadrules" } })
  vim.lsp.config("leadrules", { cmd = { os.getenv("LEADRULES"), "lsp" }, filetypes = { "leadrules" }, root_markers = { ".git" } })
  vim.lsp.enable("leadrules")
  vim.lsp.inlay_hint.enable()
  vim.bo.filetype = "leadrules"
  local client
  assert(vim.wait(30000, function() client = vim.lsp.get_clients({ name = "leadrules" })[1]; return client and client.initialized end, 20))
  say("counts in " .. client.offset_encoding)

  local function found(count)
    vim.wait(30000, function() return #vim.diagnostic.get(0) == count end, 20)
    for _, one in ipairs(vim.diagnostic.get(0)) do
      say(("%d:%d %s"):format(one.lnum + 1, one.col + 1, one.message:match("[^\n]*")))
    end
  end

  vim.wait(30000, function() return #vim.diagnostic.get(0) == 1 end, 20)
  say("opened"); found(1)
  vim.api.nvim_win_set_cursor(0, { vim.diagnostic.get(0)[1].lnum + 1, 14 })
  vim.lsp.buf.code_action({ apply = true, context = { only = { "quickfix" }, diagnostics = {} } })
  say("fixed"); found(0)

  vim.fn.search("budget >")
  vim.lsp.buf.rename("turnover")
  vim.wait(30000, function() return vim.fn.search("turnover >", "n") > 0 end, 20)
  say("renamed"); found(0)

  local function hints() return vim.lsp.inlay_hint.get({ bufnr = 0 }) end
  vim.wait(30000, function() return #hints() > 0 end, 50)
  for _, hint in ipairs(hints()) do
    say(("hint %d: %s"):format(hint.inlay_hint.position.line + 1, hint.inlay_hint.label))
  end
  local function lenses() return vim.lsp.codelens.get(0) end
  vim.lsp.codelens.refresh({ bufnr = 0 })
  vim.wait(30000, function() return #lenses() > 0 end, 100)
  local lens = lenses()[1]
  say(("lens %d: %s"):format(lens.range.start.line + 1, lens.command.title))
  vim.api.nvim_win_set_cursor(0, { lens.range.start.line + 1, 0 })
  vim.lsp.codelens.run()
  for _ = 1, 100 do
    vim.lsp.codelens.refresh({ bufnr = 0 })
    vim.wait(100)
    if lenses()[1].command.title ~= lens.command.title then break end
  end
  say("ran: " .. lenses()[1].command.title)

  vim.lsp.buf.format({ timeout_ms = 30000 })
  vim.cmd("silent wall")
  client:stop()
  vim.wait(30000, function() return client:is_stopped() end, 20)
  say("stopped")
end

local fine, why = pcall(run)
if not fine then say("failed: " .. tostring(why)) end
seen:close()
vim.cmd(fine and "qall!" or "cquit!")

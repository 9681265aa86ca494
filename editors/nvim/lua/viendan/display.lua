-- Hints behind bare numbers, counts above articles and the heading, folds of articles and of the legal basis.
local M = {}
local api = vim.api
local viendan = require('viendan')

--- Neovim 0.12 keeps lenses up to date itself; 0.11 asks only when it is told to.
local function code_lens(client, bufnr)
  if vim.lsp.codelens.enable then return vim.lsp.codelens.enable(true, { bufnr = bufnr, client_id = client.id }) end
  local function refresh() vim.lsp.codelens.refresh({ bufnr = bufnr }) end
  local group = api.nvim_create_augroup('viendan.lens.' .. bufnr, {})
  api.nvim_create_autocmd({ 'BufEnter', 'InsertLeave', 'TextChanged', 'BufWritePost' }, {
    group = group,
    buffer = bufnr,
    callback = refresh,
  })
  api.nvim_create_autocmd('LspDetach', {
    group = group,
    buffer = bufnr,
    callback = function(event)
      if event.data.client_id == client.id then api.nvim_clear_autocmds({ group = group }) end
    end,
  })
  refresh()
end

--- Folds are made, and left open. A window that folds in a way of its own is left as it is.
local function folding(bufnr)
  local function set(window)
    local options = vim.wo[window][0]
    if options.foldmethod ~= 'manual' then return end
    options.foldmethod, options.foldexpr, options.foldlevel = 'expr', 'v:lua.vim.lsp.foldexpr()', 99
  end
  for _, window in ipairs(vim.fn.win_findbuf(bufnr)) do set(window) end
  api.nvim_create_autocmd('BufWinEnter', {
    group = api.nvim_create_augroup('viendan.fold.' .. bufnr, {}),
    buffer = bufnr,
    callback = function() set(api.nvim_get_current_win()) end,
  })
end

function M.attach(client, bufnr)
  if viendan.option('inlay_hints') and client:supports_method('textDocument/inlayHint', bufnr) then
    vim.lsp.inlay_hint.enable(true, { bufnr = bufnr })
  end
  if viendan.option('code_lens') and client:supports_method('textDocument/codeLens', bufnr) then
    code_lens(client, bufnr)
  end
  if viendan.option('folding') and client:supports_method('textDocument/foldingRange', bufnr) then folding(bufnr) end
end

return M

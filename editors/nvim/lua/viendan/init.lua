-- What the plugin adds to Neovim's own client. The parts are modules of their own:
--   completion  the list while one types
--   findings    their messages, under the line with the cursor
--   display     hints behind numbers, counts above articles, folds
--   commands    :Viendan…; search (the catalogue) and citations (the list of what a draft cites) belong to them
--   health      :checkhealth viendan
local M = {}

--- The name of the configuration in lsp/viendan.lua, and so of the client.
M.NAME = 'viendan'

-- What `vim.g.viendan` may switch off; the name of a table and of what it has by default.
local DEFAULTS = {
  enable = true,
  completion = true,
  messages = true,
  inlay_hints = true,
  code_lens = true,
  folding = true,
}

--- A setting of the plugin itself: `vim.g.viendan` over the defaults.
---@param name string
function M.option(name)
  local set = (vim.g.viendan or {})[name]
  if set == nil then return DEFAULTS[name] end
  return set
end

--- The settings in `vim.g.viendan` that the plugin does not know.
function M.unknown_options()
  return vim.tbl_filter(function(name) return DEFAULTS[name] == nil end, vim.tbl_keys(vim.g.viendan or {}))
end

--- The client of a buffer (0: this one); else any that runs.
---@return vim.lsp.Client?
function M.client(bufnr)
  return vim.lsp.get_clients({ name = M.NAME, bufnr = bufnr or 0 })[1] or vim.lsp.get_clients({ name = M.NAME })[1]
end

--- The settings of the server that were given to the client.
function M.settings(client)
  local settings = client and client.settings or (vim.lsp.config[M.NAME] or {}).settings
  return (settings or {}).viendan or {}
end

--- The program that is started: the first word of `cmd`.
---@return string
function M.program()
  local cmd = (vim.lsp.config[M.NAME] or {}).cmd
  return type(cmd) == 'table' and cmd[1] or 'viendan'
end

--- Called for each buffer that the server is attached to.
function M.attach(client, bufnr)
  if M.option('completion') then require('viendan.completion').attach(client, bufnr) end
  if M.option('messages') then require('viendan.findings').attach(client, bufnr) end
  require('viendan.display').attach(client, bufnr)
end

return M

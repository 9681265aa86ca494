-- viendan for Neovim 0.11 or newer: starts the server for drafts, and makes the commands. See `:help viendan`.
if vim.g.loaded_viendan then return end
vim.g.loaded_viendan = true
if vim.fn.has('nvim-0.11') == 0 then
  vim.notify('viendan: cần Neovim 0.11 trở lên / needs Neovim 0.11 or newer', vim.log.levels.WARN)
  return
end

local viendan = require('viendan')
vim.api.nvim_create_autocmd('LspAttach', {
  group = vim.api.nvim_create_augroup('viendan', {}),
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == viendan.NAME then viendan.attach(client, event.buf) end
  end,
})
require('viendan.commands').create()
if viendan.option('enable') then vim.lsp.enable(viendan.NAME) end

-- For nvim-lspconfig older than 2.0, and for Neovim 0.9 and 0.10: put this into init.lua behind nvim-lspconfig. Neovim 0.11
-- needs none of it. Tried with Neovim 0.10.4 and nvim-lspconfig 1.8.
local configs = require('lspconfig.configs')
local languages = { text = 'plaintext', tex = 'latex', plaintex = 'latex' }

configs.viendan = configs.viendan or {
  default_config = {
    cmd = { 'viendan', 'lsp' },
    filetypes = { 'text', 'markdown', 'html', 'tex', 'plaintex', 'typst', 'asciidoc' },
    root_dir = require('lspconfig.util').root_pattern('viendan.toml', '.git'),
    single_file_support = true,
    get_language_id = function(_, filetype) return languages[filetype] or filetype end,
    settings = { viendan = vim.empty_dict() },
  },
}
require('lspconfig').viendan.setup({})

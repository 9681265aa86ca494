-- viendan for Neovim 0.11 or newer. With this folder's parent on 'runtimepath' (or this file copied to
-- ~/.config/nvim/lsp/), `vim.lsp.enable('viendan')` starts it.

-- Neovim's names of file types, and the names that the protocol knows: the server goes by the latter
-- to see what of a text is prose. A .tex file without \documentclass is "plaintex" to Neovim.
local languages = {
  text = 'plaintext',
  markdown = 'markdown',
  html = 'html',
  tex = 'latex',
  plaintex = 'latex',
  typst = 'typst',
  asciidoc = 'asciidoc',
}

---@type vim.lsp.Config
return {
  cmd = { 'viendan', 'lsp' },
  filetypes = vim.tbl_keys(languages),
  root_markers = { 'viendan.toml', '.git' },
  get_language_id = function(_, filetype) return languages[filetype] or filetype end,
  -- Neovim 0.12 asks for diagnostics itself; but told to ask again (after a setting was changed, say) it asks for those of
  -- closed files only. Without this capability the server sends all of its own accord, as to 0.11.
  capabilities = { workspace = { diagnostics = { refreshSupport = false } } },
  handlers = {
    -- Neovim's own adds a line break, and so a "Press ENTER" prompt, to each message.
    ['window/showMessage'] = function(_, params)
      local level = ({ vim.log.levels.ERROR, vim.log.levels.WARN })[params.type] or vim.log.levels.INFO
      vim.notify(params.message, level)
      return vim.NIL
    end,
  },
  -- Only what differs from the defaults, for example { viendan = { language = 'en' } }: these settings
  -- win over those of viendan.toml. An empty Lua table would be sent as a list.
  settings = { viendan = vim.empty_dict() },
}

-- A complete init.lua for viendan: what README.md explains, what `editors/try nvim` starts and what the
-- tests drive.

-- Where lsp/viendan.lua is found. Here: beside this file.
vim.opt.runtimepath:append(vim.fs.dirname(debug.getinfo(1, 'S').source:sub(2)))
vim.lsp.enable('viendan')

-- Findings at the end of their line, and in full under the line with the cursor.
vim.diagnostic.config({ virtual_text = true, virtual_lines = { current_line = true } })

-- Completion as you type; <C-x><C-o> asks for it, <C-y> takes an item.
vim.opt.completeopt = { 'menuone', 'noinsert', 'popup' }

-- Neovim 0.11 inserts a plain item only up to its first space, so "Bộ Nội vụ" would become "Bộ"; and it
-- leaves out what tells two items with one label apart, such as the year.
local function convert(item)
  local details = item.labelDetails and item.labelDetails.description
  local snippet = item.insertTextFormat == vim.lsp.protocol.InsertTextFormat.Snippet
  return {
    word = not snippet and item.textEdit and item.textEdit.newText or nil,
    menu = vim.iter({ item.detail or false, details or false }):filter(function(text) return text end):join(' · '),
  }
end
vim.api.nvim_create_autocmd('LspAttach', {
  callback = function(event)
    vim.lsp.completion.enable(true, event.data.client_id, event.buf, { autotrigger = true, convert = convert })
  end,
})

-- Lines of a draft are paragraphs: wrap them between words.
vim.opt.linebreak = true

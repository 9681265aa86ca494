-- A complete init.lua for viendan: what README.md explains, what `editors/try nvim` starts and what the
-- tests drive.

-- Where the plugin is. Here: beside this file.
vim.opt.runtimepath:append(vim.fs.dirname(debug.getinfo(1, 'S').source:sub(2)))

-- Findings at the end of their line too; in full they stand under the line with the cursor.
vim.diagnostic.config({ virtual_text = true })

-- The menu opens as you type: <C-y> takes an item, <C-n> and <C-p> choose another, <C-e> closes it.
vim.opt.completeopt = { 'menuone', 'noinsert', 'popup' }

-- Lines of a draft are paragraphs: wrap them between words.
vim.opt.linebreak = true

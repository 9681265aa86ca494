;;; viendan.el --- Checks references in Vietnamese legal drafts  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))

;;; Commentary:

;; Tells eglot of the server `viendan', and completes what was typed of a name of several words ("can cu luat dau thau"),
;; where eglot itself takes only the last word.  In your init file:
;;
;;   (load "/path/to/viendan/editors/emacs/viendan.el")
;;   (add-hook 'text-mode-hook #'viendan-ensure)
;;
;; With company the list opens while you type; without it C-M-i asks.

;;; Code:

(require 'cl-lib)
(require 'eglot)
(require 'seq)

(defgroup viendan nil
  "References in Vietnamese legal drafts."
  :group 'tools)

(defcustom viendan-command '("viendan" "lsp")
  "The server and its arguments."
  :type '(repeat string))

(defcustom viendan-file-names "\\.\\(?:txt\\|md\\|markdown\\|html?\\|tex\\|typ\\|adoc\\|asciidoc\\)\\'"
  "The files that are drafts."
  :type 'regexp)

;; Emacs itself has no modes for these, and opens them without any hook.  A package's own mode wins, since ours stand last.
(define-derived-mode viendan-markdown-mode text-mode "Markdown" "Markdown where no package has a mode for it.")
(define-derived-mode viendan-typst-mode text-mode "Typst" "Typst where no package has a mode for it.")
(define-derived-mode viendan-asciidoc-mode text-mode "AsciiDoc" "AsciiDoc where no package has a mode for it.")
(dolist (entry '(("\\.\\(?:md\\|markdown\\)\\'" . viendan-markdown-mode) ("\\.typ\\'" . viendan-typst-mode)
                 ("\\.\\(?:adoc\\|asciidoc\\)\\'" . viendan-asciidoc-mode)))
  (add-to-list 'auto-mode-alist entry t))

;; The newest entry wins: what you have for these modes stays behind it.
(dolist (entry '((text-mode . "plaintext") (viendan-markdown-mode . "markdown") (viendan-typst-mode . "typst")
                 (viendan-asciidoc-mode . "asciidoc") (markdown-mode . "markdown") (gfm-mode . "markdown") (mhtml-mode . "html")
                 (html-mode . "html") (latex-mode . "latex") (LaTeX-mode . "latex") (typst-ts-mode . "typst")
                 (adoc-mode . "asciidoc")))
  (add-to-list 'eglot-server-programs
               `((,(car entry) :language-id ,(cdr entry)) . ,(lambda (&rest _) viendan-command))))

;;;###autoload
(defun viendan-ensure ()
  "Start viendan for a file that is a draft: for `text-mode-hook'."
  (when (and buffer-file-name (string-match-p viendan-file-names buffer-file-name))
    (eglot-ensure)))

(defun viendan--server ()
  "The server of this buffer, if it is viendan."
  (let ((server (eglot-current-server)))
    (and server (equal (plist-get (eglot--server-info server) :name) "viendan") server)))

(defun viendan--items (server)
  "What SERVER offers at point: a list of items of the protocol."
  (eglot--signal-textDocument/didChange)
  (let ((answer (jsonrpc-request server :textDocument/completion (eglot--CompletionParams) :timeout 3)))
    (seq-sort-by (lambda (item) (or (plist-get item :sortText) "")) #'string<
                 (append (if (vectorp answer) answer (plist-get answer :items)) nil))))

(defun viendan--candidates (items start)
  "ITEMS as texts that take the place of what stands from START to point."
  (mapcar
   (lambda (item)
     (let* ((edit (plist-get item :textEdit))
            (range (eglot--range-region (plist-get edit :range))))
       (propertize (concat (buffer-substring-no-properties start (car range)) (plist-get edit :newText))
                   'viendan-item item
                   'viendan-after (max 0 (- (cdr range) (point))))))
   items))

(defun viendan--start (items)
  "Where the first edit of ITEMS begins."
  (apply #'min (mapcar (lambda (item) (car (eglot--range-region (plist-get (plist-get item :textEdit) :range)))) items)))

(defun viendan-completion-at-point ()
  "Numbers, names, agencies and provisions: for `completion-at-point-functions'."
  (when-let* ((server (viendan--server))
              (items (viendan--items server)))
    (let* ((buffer (current-buffer))
           (start (viendan--start items))
           (typed (buffer-substring-no-properties start (point)))
           (candidates (viendan--candidates items start)))
      (list
       start (point)
       (lambda (string predicate action)
         (pcase action
           ('metadata `(metadata (category . viendan) (display-sort-function . identity) (cycle-sort-function . identity)))
           ((or 't 'nil 'lambda)
            ;; The server matches, with and without diacritics: when more was typed it is asked again.
            (with-current-buffer buffer
              (when (and (not (equal string typed)) (not (member string candidates))
                         (equal string (buffer-substring-no-properties start (point))))
                (setq typed string
                      items (viendan--items server)
                      candidates (and items (= (viendan--start items) start) (viendan--candidates items start)))))
            (let ((left (if predicate (seq-filter predicate candidates) candidates)))
              (pcase action
                ('t left)
                ('lambda (and (member string left) t))
                (_ (cond ((null left) nil)
                         ((member string left) t)
                         ((null (cdr left)) (car left))
                         (t string))))))))
       :exclusive 'no
       :annotation-function
       (lambda (candidate)
         (let ((item (get-text-property 0 'viendan-item candidate)))
           ;; Titles may be long.
           (truncate-string-to-width
            (concat " " (plist-get item :detail) (plist-get (plist-get item :labelDetails) :description))
            60 nil nil t)))
       :exit-function
       (lambda (candidate status)
         (let* ((chosen (or (car (member candidate candidates)) candidate))
                (after (get-text-property 0 'viendan-after chosen)))
           (when (and (eq status 'finished) after (> after 0))
             (delete-region (point) (min (point-max) (+ (point) after))))))))))

;; No style of the user's may throw out what the server found.
(add-to-list 'completion-category-defaults '(viendan (styles emacs21)))

(defvar viendan-mode-map
  (let ((map (make-sparse-keymap)))
    ;; In `text-mode' the key of `completion-at-point' asks for words of a dictionary.
    (define-key map [remap ispell-complete-word] #'completion-at-point)
    map)
  "Keys in drafts.")

(define-minor-mode viendan-mode
  "Complete before eglot does: on where viendan is the server."
  :lighter nil
  (if viendan-mode
      (add-hook 'completion-at-point-functions #'viendan-completion-at-point -10 t)
    (remove-hook 'completion-at-point-functions #'viendan-completion-at-point t)))

(defun viendan--set-up ()
  "Turn `viendan-mode' on where viendan is the server."
  (viendan-mode (if (and (bound-and-true-p eglot--managed-mode) (viendan--server)) 1 -1)))
(add-hook 'eglot-managed-mode-hook #'viendan--set-up)

(provide 'viendan)
;;; viendan.el ends here

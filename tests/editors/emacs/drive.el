;;; drive.el --- Drives a real Emacs with eglot and editors/emacs/viendan.el  -*- lexical-binding: t; -*-
;;
;;   emacs --batch --load drive.el SERVER
;;
;; Completion is taken as a completion interface takes it: by `completion-in-region-function'.

(require 'cl-lib)
(require 'json)
(setq package-user-dir (make-temp-file "viendan-elpa-" t))
(require 'package)
(package-initialize)

(defvar here (file-name-directory load-file-name))
(defvar server (expand-file-name (pop command-line-args-left)))
(defvar work (file-name-as-directory (make-temp-file "viendan-emacs-" t)))
(defvar expected
  (with-temp-buffer
    (insert-file-contents (expand-file-name "../expected.json" here))
    (json-parse-buffer :object-type 'alist :array-type 'list)))
(defvar passed 0)
(defvar failed 0)

(defun want (&rest keys) (let ((value expected)) (dolist (key keys value) (setq value (alist-get key value)))))

(defun check (name ok &optional seen)
  (if ok (cl-incf passed) (cl-incf failed))
  (princ (format "%s - %s%s\n" (if ok "ok" "NOT OK") name (if (and seen (not ok)) (format "\n%S" seen) "")))
  (when (and (not ok) (getenv "STOP_AT_FIRST")) (finish))
  ok)

(defun finish ()
  (ignore-errors (delete-directory package-user-dir t) (delete-directory work t))
  (princ (format "emacs: %d passed, %d failed\n" passed failed))
  (kill-emacs (if (and (= failed 0) (> passed 0)) 0 1)))

(defun wait (condition)
  "Wait until CONDITION holds; what it gave last."
  (let ((end (+ (float-time) (if (> failed 0) 2 10))) got)
    (while (and (not (setq got (funcall condition))) (< (float-time) end))
      (sleep-for 0.05))
    got))

(defun found (code) (seq-filter (lambda (d) (string-match-p (regexp-quote code) (format "%S" (flymake-diagnostic-text d))))
                                (flymake-diagnostics)))

(defun line () (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun draft (name &optional ending)
  (let ((file (concat work name (or ending ".txt"))))
    (copy-file (expand-file-name (concat "../" name ".md") here) file)
    (find-file file))
  (run-hooks 'post-command-hook) ; eglot-ensure waits for the command loop, which a batch has not
  (check (concat "server attached to " name ending)
         (wait (lambda () (let ((s (eglot-current-server))) (and s (jsonrpc-running-p s) (eglot-managed-p)))))))

(defun complete (typed label)
  "Type TYPED in a line of its own, letter by letter, complete and take the item LABEL."
  (goto-char (point-max))
  (insert "\n")
  (dolist (letter (append typed nil))
    (if (eq letter ?⌫)
        (delete-char -1)
      (setq last-command-event letter)
      (self-insert-command 1)))
  (let ((labels nil))
    (let ((completion-in-region-function
           (lambda (start end table predicate)
             (let* ((string (buffer-substring-no-properties start end))
                    (metadata (completion-metadata string table predicate))
                    (all (completion-all-completions string table predicate (length string) metadata))
                    (last (last all)))
               (when (consp last) (setcdr last nil))
               (setq labels (mapcar (lambda (c) (plist-get (get-text-property 0 'viendan-item c) :label)) all))
               (when-let ((place (cl-position label labels :test #'equal)))
                 (delete-region start end)
                 (insert (substring-no-properties (nth place all)))
                 (when-let ((exit (plist-get completion-extra-properties :exit-function)))
                   (funcall exit (nth place all) 'finished)))
               t))))
      (completion-at-point))
    (check (format "completion offers %s" label) (member label labels) labels)))

(defun main ()
  (make-directory (concat work "bin") t)
  (make-symbolic-link server (concat work "bin/viendan"))
  (push (concat work "bin") exec-path)
  (setenv "PATH" (concat work "bin:" (getenv "PATH")))
  (with-temp-file (concat work "viendan.toml"))
  (setq project-find-functions (list (lambda (_) (cons 'transient work))))
  (load (expand-file-name "../../../editors/emacs/viendan.el" here) nil t)
  (add-hook 'text-mode-hook #'viendan-ensure)
  (setq last-nonmenu-event ?a ; choices by the minibuffer, not by mouse
        eglot-sync-connect 10 flymake-no-changes-timeout 0.1 eldoc-echo-area-use-multiline-p t)

  (draft "draft")
  (let ((line (want 'diagnostic 'line)) (all nil))
    (wait (lambda () (setq all (seq-filter (lambda (d) (member (buffer-substring (flymake-diagnostic-beg d) (flymake-diagnostic-end d))
                                                               (want 'diagnostic 'texts)))
                                           (flymake-diagnostics)))))
    (check "one diagnostic, at its place"
           (and (= (length all) 1) (= (line-number-at-pos (flymake-diagnostic-beg (car all))) (1+ line)))
           (flymake-diagnostics)))

  (goto-char (point-min))
  (search-forward (want 'hover 'on))
  (backward-char)
  (let (card)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq card (and text (substring-no-properties text)))))
    (wait (lambda () card))
    (dolist (text (want 'hover 'contains))
      (check (concat "hover says " text) (string-search text (or card "")) card)))

  (dolist (wanted (want 'completions))
    (when (complete (alist-get 'typed wanted) (alist-get 'label wanted))
      (check (concat "completion taken: " (alist-get 'line wanted)) (equal (line) (alist-get 'line wanted)) (line))))
  (when (complete (want 'typing 'typed) (want 'typing 'label))
    (check (concat "completion taken: " (want 'typing 'begins)) (string-prefix-p (want 'typing 'begins) (line)) (line)))
  (when (complete (want 'telex 'completion 'typed) (want 'telex 'completion 'label))
    (check "completion taken while letters are composed" (equal (line) (want 'telex 'completion 'line)) (line)))

  (goto-char (point-min))
  (search-forward (car (last (want 'diagnostic 'texts))))
  (backward-char 4)
  (let ((diagnostic (car (flymake-diagnostics (line-beginning-position) (line-end-position)))))
    (goto-char (flymake-diagnostic-beg diagnostic))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_ items &rest _) (let ((title (want 'action 'title))) (if (assoc title items) title (caar items))))))
      ;; Without any it is an error.
      (ignore-errors (eglot-code-actions (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic) nil t))))
  (check "code action applied" (wait (lambda () (equal (line) (want 'action 'line)))) (line))

  ;; Files that this Emacs, without a package for them, has no mode for.
  (dolist (ending '(".md" ".typ" ".adoc"))
    (draft "draft" ending)
    (eglot-shutdown (eglot-current-server)))

  (draft "outline")
  (let ((index (format "%S" (ignore-errors (imenu--make-index-alist t)))))
    (dolist (symbol (want 'outline 'symbols))
      (check (concat "outline has " symbol) (string-search symbol index) index)))
  (goto-char (point-min))
  (search-forward (want 'outline 'rename 'on))
  (backward-char)
  (ignore-errors (eglot-rename (want 'outline 'rename 'to)))
  (let ((lines (split-string (buffer-string) "\n")))
    (check "renamed everywhere"
           (cl-every (lambda (wanted) (equal (nth (car wanted) lines) (cadr wanted))) (want 'outline 'rename 'lines))
           (buffer-string)))
  (let ((connection (eglot-current-server)))
    (eglot-shutdown connection)
    (check "server stops when asked" (not (jsonrpc-running-p connection)))))

(condition-case problem
    (main)
  (error (check "the script ran through" nil problem)))
(finish)

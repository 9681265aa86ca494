too-big = The document has { $size } MiB, more than the limit of { $limit } MiB; viendan does not check it. Split it into several files.
settings-problem = viendan settings ({ $place }): { $cause }. The other settings are in force.
file-unreadable = Cannot read { $place }: { $cause }. viendan uses the other settings.
catalogue-problem = Catalogue of instruments: { $cause }. viendan works on with what could be read.
fix-all = Apply all safe fixes
library-problem = Library: { $count } file(s) or folder(s) cannot be used and are passed over: { $causes }
library-progress = viendan: reading the library

[(lead) (account) (events) (ignore) (exclude) (score) (group) (table) (stages) (label) (promise) (test) (agreement) (list) (options)] @fold

ARG SUFFIX="box:"
# expect DG1007 6-19
FROM busy${SUFFIX}

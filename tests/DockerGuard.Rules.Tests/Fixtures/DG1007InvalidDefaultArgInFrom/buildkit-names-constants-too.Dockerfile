# policy: profile=buildkit
# expect DG1007 6-11
FROM a:b:c

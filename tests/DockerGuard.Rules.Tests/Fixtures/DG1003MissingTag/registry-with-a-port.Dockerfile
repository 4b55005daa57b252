# expect DG1003 6-30
FROM localhost:5000/shop/base
